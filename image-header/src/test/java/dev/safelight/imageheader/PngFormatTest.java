package dev.safelight.imageheader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngFormatTest {

  /** 70 bytes that would take 7.5 GB once decoded. */
  @Test
  void readsWhatASmallFileClaimsWithoutBelievingIt() {
    var header = ImageHeaders.read(end(chunk(start(50_000, 50_000), "IDAT", 1)));
    assertThat(header).isEqualTo(new ImageHeader(ImageType.PNG, 50_000, 50_000, 1));
    assertThat(header.pixels()).isEqualTo(2_500_000_000L);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 2", "0, 16, 4", "2, 8, 4", "2, 16, 8", "3, 4, 4", "4, 8, 2", "6, 16, 8"})
  void countsTheBytesOfEverySample(int colorType, int depth, int bytesPerPixel) {
    var file = end(chunk(start(5, 5), "IDAT", 1));
    file[8 + 8 + 8] = (byte) depth;
    file[8 + 8 + 9] = (byte) colorType;
    assertThat(ImageHeaders.read(file).bytesPerPixel()).isEqualTo(bytesPerPixel);
  }

  @Test
  void countsTheFramesOfAnAnimation() {
    assertThat(ImageHeaders.read(end(chunk(animation(start(10, 10), 42), "IDAT", 9))).frames())
        .isEqualTo(42);
  }

  @Test
  void keepsFrameCountsBeyondAnIntegerLarge() {
    var header = ImageHeaders.read(end(chunk(animation(start(10, 10), -1), "IDAT", 9)));
    assertThat(header.frames()).isEqualTo(Integer.MAX_VALUE);
    assertThat(header.pixels()).isEqualTo(100L * Integer.MAX_VALUE);
  }

  @Test
  void refusesAnAnimationWithoutFrames() {
    refuses(end(chunk(animation(start(10, 10), 0), "IDAT", 9)), "no frames");
  }

  @Test
  void refusesToHaveNoPixels() {
    refuses(end(start(10, 10)), "holds no pixels");
    refuses(end(chunk(start(0, 10), "IDAT", 9)), "no pixels: it says 0 × 10");
  }

  @Test
  void refusesImpossibleDimensions() {
    refuses(end(chunk(start(0xFFFFFFFFL, 1), "IDAT", 9)), "impossible dimensions");
  }

  @Test
  void refusesAChunkThatReachesBehindTheEnd() {
    refuses(start(10, 10).u32be(0xFFFFFFFFL).ascii("IDAT").zeros(20).done(), "cut off");
  }

  @Test
  void refusesAFileWithoutItsHeaderInFront() {
    refuses(end(chunk(signature(), "IDAT", 9)), "does not begin with its header");
  }

  private static Bytes signature() {
    return new Bytes().u8(0x89).ascii("PNG\r\n").u8(0x1A).ascii("\n");
  }

  private static Bytes start(long width, long height) {
    return signature().u32be(13).ascii("IHDR").u32be(width, height).u8(8, 2, 0, 0, 0).u32be(0);
  }

  private static Bytes animation(Bytes file, long frames) {
    return file.u32be(8).ascii("acTL").u32be(frames, 0).u32be(0);
  }

  private static Bytes chunk(Bytes file, String type, int length) {
    return file.u32be(length).ascii(type).zeros(length).u32be(0);
  }

  private static byte[] end(Bytes file) {
    return chunk(file, "IEND", 0).done();
  }

  private static void refuses(byte[] file, String because) {
    assertThatExceptionOfType(MalformedImageException.class)
        .isThrownBy(() -> ImageHeaders.read(file))
        .withMessageContaining(because);
  }
}
