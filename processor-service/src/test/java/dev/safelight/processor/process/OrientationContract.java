package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.scene.Secrets;
import dev.safelight.processor.scene.Tiffs;
import dev.safelight.processor.scene.Webps;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures are upright, and say nothing about who took them, where and with what. */
public abstract class OrientationContract extends EngineContract {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  static Stream<Arguments> photos() {
    var shown = Scene.COLORED.draw(WIDTH, HEIGHT);
    return Stream.of(
            photos("JPEG", orientation -> Jpegs.photo(turned(shown, orientation), orientation)),
            photos("PNG", orientation -> Pngs.photo(turned(shown, orientation), orientation)),
            photos("WebP", orientation -> Webps.photo(turned(shown, orientation), orientation)),
            photos(
                "TIFF",
                orientation -> Tiffs.rgb(turned(shown, orientation)).oriented(orientation).done()))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("photos")
  void isUpright(String format, int orientation, byte[] photo) {
    var developed = develop(photo);
    assertThat(developed.width()).isEqualTo(WIDTH);
    assertThat(developed.height()).isEqualTo(HEIGHT);
    assertShows(developed, Scene.COLORED);
  }

  @ParameterizedTest
  @MethodSource("photos")
  void holdsNoMetadata(String format, int orientation, byte[] photo) throws Exception {
    assertThat(directories(photo)).as("the test's own photo").contains("Exif IFD0");
    for (var variant : develop(photo).variants()) {
      var bytes = new String(variant.content(), StandardCharsets.ISO_8859_1);
      assertThat(bytes)
          .doesNotContain(Secrets.MARK, "Exif", "EXIF", "eXIf", "xap/1.0", "XMP ", "xmpmeta")
          .doesNotContain("Photoshop", "8BIM", "ICC_PROFILE", "iCCP", "ICCP", "tEXt", "zTXt")
          .doesNotContain("iTXt", "tIME");
      assertThat(directories(variant.content()))
          .as(variant.name())
          .isSubsetOf("JPEG", "JFIF", "Huffman", "File Type", "PNG-IHDR", "PNG-sRGB", "WebP");
    }
  }

  private static Stream<Arguments> photos(String format, IntFunction<byte[]> photo) {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(orientation -> Arguments.of(format, orientation, photo.apply(orientation)));
  }

  private static BufferedImage turned(BufferedImage shown, int orientation) {
    return Scene.stored(shown, orientation);
  }

  private static java.util.List<String> directories(byte[] file)
      throws IOException, ImageProcessingException {
    var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .map(Directory::getName)
        .toList();
  }
}
