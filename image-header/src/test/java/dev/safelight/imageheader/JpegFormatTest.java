package dev.safelight.imageheader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegFormatTest {

  @ParameterizedTest
  @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC9, 0xCA, 0xCF})
  void readsEveryKindOfFrame(int frame) {
    assertThat(ImageHeaders.read(frame(start(), frame, 640, 480).done()))
        .isEqualTo(new ImageHeader(ImageType.JPEG, 640, 480, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"8, 1, 1", "8, 3, 3", "8, 4, 4", "12, 3, 6", "16, 1, 2"})
  void countsTheBytesOfEverySample(int precision, int components, int bytesPerPixel) {
    var file = start().u8(0xFF, 0xC1).u16be(20).u8(precision).u16be(5, 5).u8(components).zeros(12);
    assertThat(ImageHeaders.read(file.done()).bytesPerPixel()).isEqualTo(bytesPerPixel);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC4, 0xC8, 0xCC, 0xE1, 0xFE})
  void looksBehindOtherSegments(int segment) {
    var file = frame(frame(start(), segment, 1, 1), 0xC0, 640, 480);
    assertThat(ImageHeaders.read(file.done()).width()).isEqualTo(640);
  }

  /** Cameras pad between segments, and decoders skip it; whoever does not reads another size. */
  @Test
  void skipsFillBytesAndRubbishAsDecodersDo() {
    var file = frame(start().u8(0xFF, 0xFF, 0xFF).u8(0xFE).u16be(2).u8(0, 7, 0xFF, 0), 0xC0, 9, 8);
    assertThat(ImageHeaders.read(file.done()))
        .isEqualTo(new ImageHeader(ImageType.JPEG, 9, 8, 1, 1));
  }

  @Test
  void refusesAHeightThatOnlyComesAfterTheScan() {
    refuses(frame(start(), 0xC0, 640, 0), "640 × 0");
  }

  @Test
  void refusesPixelsWithoutAFrame() {
    refuses(start().u8(0xFF, 0xDA).u16be(2).zeros(100), "no frame header");
  }

  @Test
  void refusesASegmentThatReachesBehindTheEnd() {
    refuses(start().u8(0xFF, 0xE1).u16be(0xFFFF).zeros(100), "cut off");
  }

  @Test
  void refusesASegmentThatDoesNotMoveOn() {
    refuses(start().u8(0xFF, 0xE1).u16be(1).zeros(100), "impossible length");
  }

  /**
   * Each empty segment is four bytes; without a limit, walking them costs as long as they go on.
   */
  @Test
  void givesUpOnEndlessSegments() {
    var file = start();
    for (int i = 0; i <= 1_000_000; i++) {
      file.u8(0xFF, 0xE0).u16be(2);
    }
    refuses(frame(file, 0xC0, 1, 1), "more than a million parts");
  }

  private static Bytes start() {
    return new Bytes().u8(0xFF, 0xD8);
  }

  private static Bytes frame(Bytes file, int marker, int width, int height) {
    return file.u8(0xFF, marker).u16be(11).u8(8).u16be(height, width).u8(1, 1, 0x11, 0);
  }

  private static void refuses(Bytes file, String because) {
    assertThatExceptionOfType(MalformedImageException.class)
        .isThrownBy(() -> ImageHeaders.read(file.done()))
        .withMessageContaining(because);
  }
}
