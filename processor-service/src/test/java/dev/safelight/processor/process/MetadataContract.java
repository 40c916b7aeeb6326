package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import dev.safelight.processor.scene.Animations;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Photo;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Profiles;
import dev.safelight.processor.scene.Secrets;
import dev.safelight.processor.scene.Tiffs;
import dev.safelight.processor.scene.Webps;
import dev.safelight.recipe.Blur;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.VariantSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Variants are pixels and what is needed to show them; whatever the original tells, they do not.
 */
public abstract class MetadataContract extends EngineContract {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  /** Every format, at the original's size, smaller, and changed. */
  private static final List<VariantSpec> EVERYTHING =
      Stream.of(FormatChoice.values())
          .flatMap(
              format ->
                  Stream.of(
                      new VariantSpec(name(format, "full"), List.of(), format, 80),
                      VariantSpec.within(50, name(format, "small"), format, 80),
                      new VariantSpec(
                          name(format, "soft"),
                          List.of(Resize.within(80), new Blur(1)),
                          format,
                          80)))
          .toList();

  static Stream<Arguments> talkative() {
    var photo = Photo.draw(WIDTH, HEIGHT);
    var transparent = Photo.transparent(WIDTH, HEIGHT);
    return Stream.of(
        Arguments.of("JPEG", Jpegs.photo(photo, 6)),
        Arguments.of("JPEG with a profile", Jpegs.profiled(photo, Profiles.displayP3())),
        Arguments.of("PNG", Pngs.photo(photo, 6)),
        Arguments.of("transparent PNG", Pngs.photo(transparent, 1)),
        Arguments.of("PNG with a profile", marked(Pngs.profiled(photo, Profiles.adobeRgb()))),
        Arguments.of("WebP", Webps.photo(photo, 6)),
        Arguments.of("WebP with a profile", Webps.profiled(photo, Profiles.displayP3())),
        Arguments.of("TIFF", Tiffs.rgb(photo).oriented(6).profiled(Profiles.displayP3()).done()),
        Arguments.of("animated GIF", Animations.talkative(Animations.sample().gif())),
        Arguments.of("animated WebP", Animations.sample().talkativeWebp()));
  }

  @ParameterizedTest
  @MethodSource("talkative")
  void nothingIsLeft(String original, byte[] file) throws Exception {
    assertThat(new String(file, ISO_8859_1)).as("the test's own file").contains(Secrets.MARK);
    for (var variant : develop(file, EVERYTHING).variants()) {
      assertThat(Anatomy.of(variant.content(), variant.format()))
          .as("parts of %s", variant.name())
          .isSubsetOf(Anatomy.needed(variant.format()));
      assertThat(new String(variant.content(), ISO_8859_1))
          .as(variant.name())
          .doesNotContain(Secrets.MARK, "Exif\0", "http://ns.adobe", "xmpmeta", "Photoshop")
          .doesNotContain("8BIM", "ICC_PROFILE", "acsp", "vips", "libvips", "XMP DataXMP");
      assertThat(directories(variant.content()))
          .as(variant.name())
          .allMatch(Anatomy::isStructural, "describes the file only");
    }
  }

  static List<String> directories(byte[] file) throws IOException, ImageProcessingException {
    var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .map(Directory::getName)
        .toList();
  }

  private static byte[] marked(byte[] png) {
    return Pngs.with(png, "tEXt", ("Author\0" + Secrets.MARK).getBytes(ISO_8859_1));
  }

  private static String name(FormatChoice format, String size) {
    return format.name().toLowerCase(Locale.ROOT) + '-' + size;
  }
}
