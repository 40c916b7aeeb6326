package dev.safelight.imageheader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeadersTest {

  @ParameterizedTest
  @CsvSource({
    "jpg, JPEG, image/jpeg, 3",
    "png, PNG, image/png, 4",
    "gif, GIF, image/gif, 4",
    "bmp, BMP, image/bmp, 3",
    "tiff, TIFF, image/tiff, 3"
  })
  void readsWhatTheJdkWrites(String format, ImageType type, String mimeType, int bytesPerPixel) {
    assertThat(ImageHeaders.read(Drawn.file(format, 64, 48)))
        .isEqualTo(new ImageHeader(type, 64, 48, 1, bytesPerPixel));
    assertThat(type.mimeType()).isEqualTo(mimeType);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp", "tiff"})
  void readsTheSmallestImage(String format) {
    assertThat(ImageHeaders.read(Drawn.file(format, 1, 1)).pixels()).isOne();
  }

  @Test
  void readsAFileLargerThanItsWindowAsItReadsMemory(@TempDir Path folder) throws IOException {
    var content = Drawn.file("bmp", 300, 100);
    var file = Files.write(folder.resolve("picture"), content);
    assertThat(ImageHeaders.read(file))
        .isEqualTo(ImageHeaders.read(content))
        .isEqualTo(new ImageHeader(ImageType.BMP, 300, 100, 1, 3));
  }

  @Test
  void startsAtTheBeginningOfAChannelAndLeavesItOpen(@TempDir Path folder) throws IOException {
    var file = Files.write(folder.resolve("picture"), Drawn.file("gif", 7, 5));
    try (var channel = Files.newByteChannel(file)) {
      channel.position(20);
      assertThat(ImageHeaders.read(channel)).isEqualTo(new ImageHeader(ImageType.GIF, 7, 5, 1));
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "B",
        "BM",
        "BMW is a car maker, and this is a text",
        "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
        "<?xml version='1.0'?><svg/>",
        "<!DOCTYPE html><html></html>",
        "%PDF-1.7 and so on",
        "PK\u0003\u0004 and so on",
        "RIFF....WAVEfmt ",
        "GIF88a and so on"
      })
  void doesNotKnowWhatIsNoImage(String content) {
    assertThatExceptionOfType(UnknownImageTypeException.class)
        .isThrownBy(() -> ImageHeaders.read(content.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "png", "bmp"})
  void noticesThatTheEndIsMissing(String format) {
    var cut = Drawn.withoutEnd(Drawn.file(format, 40, 40), 15);
    assertThatExceptionOfType(MalformedImageException.class)
        .isThrownBy(() -> ImageHeaders.read(cut))
        .withMessageContaining("cut off");
  }

  @Test
  void countsPixelsWithoutOverflow() {
    int most = Integer.MAX_VALUE;
    assertThat(new ImageHeader(ImageType.PNG, 50_000, 50_000, 2).pixels())
        .isEqualTo(5_000_000_000L);
    assertThat(new ImageHeader(ImageType.PNG, most, most, most).pixels()).isEqualTo(Long.MAX_VALUE);
    assertThat(new ImageHeader(ImageType.PNG, most, most, 1, 8).decodedBytes())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(new ImageHeader(ImageType.PNG, 50_000, 50_000, 2, 6).decodedBytes())
        .isEqualTo(30_000_000_000L);
  }

  @Test
  void hasNoHeaderForNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageHeader(ImageType.PNG, 0, 1, 1))
        .withMessageContaining("0 x 1 x 1");
  }
}
