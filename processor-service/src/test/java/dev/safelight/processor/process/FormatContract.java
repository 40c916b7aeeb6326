package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Photo;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.VariantSpec;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every format that can be asked for is written, looks like the original, and heeds its quality.
 */
public abstract class FormatContract extends EngineContract {

  /** Structural similarity at quality 90; GIF has 256 colours only. */
  private static final Map<PictureFormat, Double> MIN_SSIM =
      new EnumMap<>(
          Map.of(
              PictureFormat.JPEG, 0.96,
              PictureFormat.PNG, 0.9999,
              PictureFormat.WEBP, 0.96,
              PictureFormat.GIF, 0.85));

  private static final BufferedImage PHOTO = Photo.draw(240, 160);
  private static final BufferedImage TRANSPARENT = Photo.transparent(240, 160);

  @Test
  void writesAllThatTheApiPromises() {
    assertThat(engine().formats())
        .contains(PictureFormat.JPEG, PictureFormat.PNG, PictureFormat.WEBP, PictureFormat.GIF);
  }

  @ParameterizedTest
  @EnumSource(FormatChoice.class)
  void isWhatWasAskedFor(FormatChoice choice) {
    for (var picture : List.of(PHOTO, TRANSPARENT)) {
      boolean alpha = picture.getColorModel().hasAlpha();
      var variant = only(picture, choice, 90);
      assertThat(variant.format())
          .isEqualTo(PictureFormat.chosen(choice, alpha, engine().formats()));
      if (variant.format() == PictureFormat.AVIF) {
        assertThat(new String(variant.content(), 4, 8, java.nio.charset.StandardCharsets.US_ASCII))
            .isEqualTo("ftypavif");
      } else {
        assertThat(ImageHeaders.read(variant.content()).type().mimeType())
            .isEqualTo(variant.format().mimeType());
        assertThat(Ssim.of(decode(variant), picture))
            .as("%s, transparent: %s", choice, alpha)
            .isGreaterThan(
                alpha && variant.format() == PictureFormat.GIF
                    ? 0.7
                    : MIN_SSIM.get(variant.format()));
      }
    }
  }

  @Test
  void transparencyIsKeptWhereTheFormatHasIt() {
    for (var choice : List.of(FormatChoice.PNG, FormatChoice.WEBP, FormatChoice.GIF)) {
      var seen = decode(only(TRANSPARENT, choice, 90));
      assertThat(seen.getRGB(0, 0) >>> 24).as("%s, corner", choice).isLessThan(64);
      assertThat(seen.getRGB(120, 80) >>> 24).as("%s, centre", choice).isGreaterThan(250);
    }
    var flat = decode(only(TRANSPARENT, FormatChoice.JPEG, 90));
    assertThat(DeltaE.between(flat.getRGB(1, 1), TRANSPARENT.getRGB(1, 1))).isLessThan(6);
  }

  @ParameterizedTest
  @EnumSource(
      value = FormatChoice.class,
      names = {"JPEG", "WEBP", "AVIF"})
  void lessQualityIsLessBytes(FormatChoice choice) {
    assertThat(only(PHOTO, choice, 30).content().length)
        .isLessThan(only(PHOTO, choice, 90).content().length * 2 / 3);
  }

  @Test
  void extremeQualitiesAreTaken() {
    for (var choice : FormatChoice.values()) {
      for (int quality : new int[] {1, 100}) {
        assertThat(only(PHOTO, choice, quality).content()).as(choice.name()).isNotEmpty();
      }
    }
  }

  /** Photos on the web show before they are there in full. */
  @Test
  void jpegIsProgressive() {
    var jpeg = only(PHOTO, FormatChoice.JPEG, 80);
    assertThat(Anatomy.of(jpeg.content(), PictureFormat.JPEG)).contains("C2").doesNotContain("C0");
  }

  @Test
  void aPreviewOfEveryPictureIsSmallAndTrue() {
    var developed = develop(Files.write("png", TRANSPARENT), List.of(spec(FormatChoice.PNG, 80)));
    var preview = developed.preview();
    assertThat(preview.width()).isEqualTo(100);
    assertThat(preview.height()).isEqualTo(67);
    var seen = new BufferedImage(100, 67, BufferedImage.TYPE_INT_ARGB);
    seen.setRGB(0, 0, 100, 67, preview.argb(), 0, 100);
    assertThat(Ssim.of(seen, Reference.resize(TRANSPARENT, 100, 67))).isGreaterThan(0.97);
    assertThat(developed.hasAlpha()).isTrue();
    assertThat(develop(Files.write("png", PHOTO), List.of()).hasAlpha()).isFalse();
  }

  private EncodedVariant only(BufferedImage picture, FormatChoice choice, int quality) {
    return develop(Files.write("png", picture), List.of(spec(choice, quality)))
        .variants()
        .getFirst();
  }

  private static VariantSpec spec(FormatChoice choice, int quality) {
    return new VariantSpec("only", List.of(Resize.within(240)), choice, quality);
  }
}
