package dev.safelight.processor.scene;

/** Places that lead back to where one came from. */
final class Loops {

  private static final int SHORT = 3;
  private static final int LONG = 4;

  private Loops() {}

  static byte[] page() {
    return directory(8, 0);
  }

  /** The directory within the directory (SubIFDs) is the directory. */
  static byte[] inner() {
    return directory(0, 8);
  }

  /** Pages of one pixel each, one after the other. */
  static byte[] pages(int count) {
    var file = Bytes.of("II").u16le(42).u32le(9).u8(0x80);
    int length = 2 + 9 * 12 + 4;
    for (int i = 1; i <= count; i++) {
      file.u16le(9).raw(onePixel(0)).u32le(i == count ? 0 : 9 + i * length);
    }
    return file.done();
  }

  /** An Exif block whose directory is followed by itself, and holds itself. */
  static byte[] exif() {
    var exif = Bytes.of("Exif\0\0").text("II").u16le(42).u32le(8).u16le(2);
    exif.raw(Liars.entry(0x8769, LONG, 1, 8)).raw(Liars.entry(0x8825, LONG, 1, 8)).u32le(8);
    return Jpegs.with(Jpegs.plain(Photo.draw(60, 40)), 0xE1, exif.done());
  }

  private static byte[] directory(int next, int inner) {
    var file = Bytes.of("II").u16le(42).u32le(8).u16le(10).raw(onePixel(8 + 2 + 120 + 4));
    return file.raw(Liars.entry(330, LONG, 1, inner)).u32le(next).zeros(8).done();
  }

  private static byte[] onePixel(int pixel) {
    var entries = new Bytes();
    int[][] tags = {
      {256, 1},
      {257, 1},
      {258, 8},
      {259, 1},
      {262, 1},
      {273, Math.max(pixel, 8)},
      {277, 1},
      {278, 1},
      {279, 1}
    };
    for (var tag : tags) {
      entries.raw(Liars.entry(tag[0], SHORT, 1, tag[1]));
    }
    return entries.done();
  }
}
