package dev.safelight.imageheader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class WebpFormatTest {

  private static final int ANIMATED = 2;

  @Test
  void readsALossyPicture() {
    assertThat(read(riff(lossy(640, 480)))).isEqualTo(new ImageHeader(ImageType.WEBP, 640, 480, 1));
  }

  @Test
  void readsALosslessPicture() {
    assertThat(read(riff(lossless(16_383, 2))))
        .isEqualTo(new ImageHeader(ImageType.WEBP, 16_383, 2, 1));
  }

  @Test
  void readsAnExtendedStillPicture() {
    var file = riff(extended(0, 30, 20), chunk("ICCP", new byte[5]), lossless(30, 20));
    assertThat(read(file)).isEqualTo(new ImageHeader(ImageType.WEBP, 30, 20, 1));
  }

  @Test
  void countsTheFramesOfAnAnimation() {
    var file = riff(extended(ANIMATED, 30, 20), frame(0, 0, 30, 20), frame(10, 4, 20, 16));
    assertThat(read(file)).isEqualTo(new ImageHeader(ImageType.WEBP, 30, 20, 2));
  }

  @Test
  void refusesFramesOutsideOfTheCanvas() {
    refuses(riff(extended(ANIMATED, 30, 20), frame(12, 4, 20, 16)), "outside of its canvas");
  }

  /** A decoder that trusts the canvas and one that trusts the picture would not agree. */
  @Test
  void refusesACanvasThatIsNotThePictures() {
    refuses(riff(extended(0, 30, 20), lossy(16_000, 16_000)), "differ in size");
  }

  @Test
  void refusesToHaveNoPicture() {
    refuses(riff(extended(0, 30, 20)), "holds no picture");
    refuses(riff(extended(ANIMATED, 30, 20)), "no frames");
    refuses(riff(chunk("ALPH", new byte[4])), "does not begin with a picture");
  }

  @Test
  void refusesBrokenBitstreams() {
    refuses(riff(chunk("VP8 ", new byte[10])), "key frame");
    refuses(riff(chunk("VP8L", new byte[10])), "no valid header");
  }

  @Test
  void refusesAContainerThatEndsTooEarly() {
    refuses(Drawn.withoutEnd(riff(lossy(640, 480)), 1), "cut off");
  }

  private static ImageHeader read(byte[] file) {
    return ImageHeaders.read(file);
  }

  private static byte[] riff(byte[]... chunks) {
    var body = Bytes.of("WEBP");
    for (byte[] chunk : chunks) {
      body.raw(chunk);
    }
    return Bytes.of("RIFF").u32le(body.size()).raw(body.done()).done();
  }

  private static byte[] chunk(String type, byte[] data) {
    return Bytes.of(type).u32le(data.length).raw(data).zeros(data.length & 1).done();
  }

  private static byte[] extended(int flags, int width, int height) {
    return chunk("VP8X", new Bytes().u8(flags, 0, 0, 0).u24le(width - 1, height - 1).done());
  }

  private static byte[] frame(int left, int top, int width, int height) {
    var place = new Bytes().u24le(left / 2, top / 2, width - 1, height - 1, 100).u8(0);
    return chunk("ANMF", place.raw(lossless(width, height)).done());
  }

  private static byte[] lossy(int width, int height) {
    var data = new Bytes().u8(0x10, 0, 0, 0x9D, 0x01, 0x2A).u16le(width, height);
    return chunk("VP8 ", data.done());
  }

  private static byte[] lossless(int width, int height) {
    return chunk("VP8L", new Bytes().u8(0x2F).u32le(width - 1 | (height - 1) << 14).done());
  }

  private static void refuses(byte[] file, String because) {
    assertThatExceptionOfType(MalformedImageException.class)
        .isThrownBy(() -> ImageHeaders.read(file))
        .withMessageContaining(because);
  }
}
