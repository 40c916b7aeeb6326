package dev.safelight.imageheader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class TiffFormatTest {

  private static final int SHORT = 3;
  private static final int LONG = 4;

  @Test
  void countsPagesAndTakesTheLargest() {
    var file = Drawn.sequence("tiff", new int[] {20, 10}, new int[] {40, 30}, new int[] {5, 5});
    assertThat(ImageHeaders.read(file)).isEqualTo(new ImageHeader(ImageType.TIFF, 40, 30, 3, 3));
  }

  @Test
  void readsBothByteOrders() {
    var little = Bytes.of("II").u16le(42).u32le(8);
    little.u16le(2, 256, SHORT).u32le(1).u16le(70, 0);
    little.u16le(257, LONG).u32le(1, 50).u32le(0);
    var big = Bytes.of("MM").u16be(42).u32be(8);
    big.u16be(2, 256, SHORT).u32be(1).u16be(70, 0);
    big.u16be(257, LONG).u32be(1, 50).u32be(0);
    assertThat(ImageHeaders.read(little.done()))
        .isEqualTo(ImageHeaders.read(big.done()))
        .isEqualTo(new ImageHeader(ImageType.TIFF, 70, 50, 1, 1));
  }

  @Test
  void refusesAChainThatBitesItsTail() {
    refuses(page(8, 256, 70, 257, 50), "no end");
  }

  @Test
  void refusesPagesWithoutSize() {
    refuses(page(0, 256, 70), "70 × 0");
    refuses(Bytes.of("II").u16le(42).u32le(0), "no pixels");
  }

  @Test
  void refusesTilesThatAreOnlyThereToTakeMemory() {
    refuses(page(0, 256, 1, 257, 1, 322, 0xFFFF, 323, 0xFFFF), "tiles are larger");
    refuses(page(0, 256, 1, 257, 1, 322, 0xFFFFFFFFL, 323, 0xFFFFFFFFL), "tiles are larger");
  }

  @Test
  void takesTilesThatAreALittleLargerThanThePicture() {
    assertThat(ImageHeaders.read(page(0, 256, 1, 257, 1, 322, 256, 323, 256).done()).pixels())
        .isOne();
  }

  @Test
  void refusesPixelsOfManyValues() {
    refuses(page(0, 256, 1, 257, 1, 277, 65_535), "65535 values");
  }

  @Test
  void countsTheBytesOfEverySample() {
    assertThat(bytesPerPixel(page(0, 256, 1, 257, 1, 258, 1))).isOne();
    assertThat(bytesPerPixel(page(0, 256, 1, 257, 1, 258, 8, 262, 3))).isEqualTo(3);
    assertThat(bytesPerPixel(page(0, 256, 1, 257, 1, 258, 16, 277, 4))).isEqualTo(8);
    var file = Bytes.of("II").u16le(42).u32le(8).u16le(4);
    file.u16le(256, SHORT).u32le(1, 5).u16le(257, SHORT).u32le(1, 5);
    file.u16le(258, SHORT).u32le(3, 62).u16le(277, SHORT).u32le(1, 3);
    assertThat(bytesPerPixel(file.u32le(0).u16le(8, 32, 8))).isEqualTo(12);
  }

  private static int bytesPerPixel(Bytes file) {
    return ImageHeaders.read(file.done()).bytesPerPixel();
  }

  @Test
  void refusesAnEntryThatIsNoNumber() {
    refuses(Bytes.of("II").u16le(42).u32le(8).u16le(1, 256, 2).u32le(4, 70).u32le(0), "no number");
  }

  @Test
  void saysThatTheBigKindIsNotSupported() {
    refuses(Bytes.of("II").u16le(43, 8, 0).zeros(20), "BigTIFF");
  }

  @Test
  void refusesADirectoryBehindTheEnd() {
    refuses(Bytes.of("MM").u16be(42).u32be(0xFFFFFFF0L), "cut off");
  }

  /** One page; {@code entries} are tags, each with its value as a LONG. */
  private static Bytes page(long next, long... entries) {
    var file = Bytes.of("II").u16le(42).u32le(8).u16le(entries.length / 2);
    for (int i = 0; i < entries.length; i += 2) {
      file.u16le((int) entries[i], LONG).u32le(1, entries[i + 1]);
    }
    return file.u32le(next);
  }

  private static void refuses(Bytes file, String because) {
    assertThatExceptionOfType(MalformedImageException.class)
        .isThrownBy(() -> ImageHeaders.read(file.done()))
        .withMessageContaining(because);
  }
}
