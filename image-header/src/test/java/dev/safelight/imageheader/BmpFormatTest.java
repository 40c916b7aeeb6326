package dev.safelight.imageheader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmpFormatTest {

  @ParameterizedTest
  @ValueSource(ints = {40, 52, 56, 64, 108, 124})
  void readsEveryLengthOfHeader(int length) {
    assertThat(ImageHeaders.read(info(length, 6, 4, 0, 96).done()))
        .isEqualTo(new ImageHeader(ImageType.BMP, 6, 4, 1, 4));
  }

  @Test
  void readsTheOldCoreHeader() {
    var file = Bytes.of("BM").u32le(0, 0, 26).u32le(12).u16le(6, 4, 1, 24).zeros(80);
    assertThat(ImageHeaders.read(file.done()))
        .isEqualTo(new ImageHeader(ImageType.BMP, 6, 4, 1, 3));
  }

  @Test
  void readsRowsFromTopToBottom() {
    assertThat(ImageHeaders.read(info(40, 6, -4, 0, 96).done()).height()).isEqualTo(4);
  }

  @Test
  void refusesDimensionsThatHaveNoOpposite() {
    refuses(info(40, 6, Integer.MIN_VALUE, 0, 96), "impossible dimensions");
    refuses(info(40, -6, 4, 0, 96), "-6 × 4");
  }

  /** The JDK would decode the JPEG inside, whose real size no header check has seen. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void refusesToWrapAnotherImage(int compression) {
    refuses(info(40, 6, 4, compression, 96), "wrapping around another image");
  }

  @Test
  void refusesFewerRowsThanItClaims() {
    refuses(info(40, 6, 4, 0, 95), "cut off");
    refuses(info(40, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 96), "cut off");
  }

  private static Bytes info(int length, int width, int height, int compression, int pixelBytes) {
    return Bytes.of("BM")
        .u32le(0, 0, 14L + length)
        .u32le(length, width, height)
        .u16le(1, 32)
        .u32le(compression)
        .zeros(length - 20)
        .zeros(pixelBytes);
  }

  private static void refuses(Bytes file, String because) {
    assertThatExceptionOfType(MalformedImageException.class)
        .isThrownBy(() -> ImageHeaders.read(file.done()))
        .withMessageContaining(because);
  }
}
