package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Photo;
import dev.safelight.processor.scene.Profiles;
import dev.safelight.processor.scene.Tiffs;
import dev.safelight.processor.scene.Webps;
import dev.safelight.recipe.Blur;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Grayscale;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.recipe.Watermark;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever moves from one engine to the other sees the same pictures. */
class EnginesAgreeTest {

  private static final double MIN_SSIM = 0.96;

  /** Mean CIEDE2000. */
  private static final double MAX_DELTA_E = 1.5;

  private static final BufferedImage PHOTO = Photo.draw(450, 300);

  private static ImageEngine java;
  private static ImageEngine vips;

  @BeforeAll
  static void open() {
    java = Engines.open("java", EngineContract.MARKS);
    try {
      vips = Engines.open("vips", EngineContract.MARKS);
    } catch (EngineUnavailableException e) {
      Assumptions.abort(e.getMessage());
    }
  }

  static Stream<Arguments> originals() {
    return Stream.of(
        Arguments.of("JPEG", Jpegs.photo(PHOTO, 6)),
        Arguments.of("progressive JPEG", Jpegs.progressive(PHOTO)),
        Arguments.of("JPEG in P3", Jpegs.profiled(PHOTO, Profiles.displayP3())),
        Arguments.of("JPEG of inks", Jpegs.cmyk(PHOTO)),
        Arguments.of("transparent PNG", Files.write("png", Photo.transparent(450, 300))),
        Arguments.of("lossy WebP", Webps.lossy(PHOTO)),
        Arguments.of("TIFF in Adobe RGB", Tiffs.rgb(PHOTO).profiled(Profiles.adobeRgb()).done()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("originals")
  void onEveryVariant(String name, byte[] file) {
    var specs = new ArrayList<>(EngineContract.STANDARD);
    specs.add(custom("cover", FormatChoice.PNG, new Resize(200, 200, Fit.COVER)));
    specs.add(custom("fill", FormatChoice.PNG, new Resize(200, 300, Fit.FILL)));
    specs.add(
        custom(
            "changed",
            FormatChoice.WEBP,
            new Crop(null, null, 500, 400, Position.RIGHT),
            Resize.within(250),
            new Rotate(270),
            new Sharpen(1, 0.5)));
    specs.add(
        custom(
            "marked",
            FormatChoice.JPEG,
            Resize.within(400),
            new Grayscale(),
            new Blur(1.5),
            new Watermark(
                new Mark.Text("Safelight", 0xFF0000), Position.BOTTOM_RIGHT, 0.6, 8, 0.4, false)));
    var source = new SourceImage(file, ImageHeaders.read(file));
    var one = java.develop(source, specs);
    var other = vips.develop(source, specs);
    for (int i = 0; i < specs.size(); i++) {
      assertAgree(one.variants().get(i), other.variants().get(i));
    }
    assertThat(one.width()).isEqualTo(other.width());
    assertThat(one.height()).isEqualTo(other.height());
    assertThat(one.hasAlpha()).isEqualTo(other.hasAlpha());
    assertThat(DeltaE.mean(picture(one.preview()), picture(other.preview())))
        .isLessThan(MAX_DELTA_E);
  }

  private static void assertAgree(EncodedVariant one, EncodedVariant other) {
    assertThat(one.format()).as(one.name()).isEqualTo(other.format());
    var seen = EngineContract.decode(one);
    var also = EngineContract.decode(other);
    assertThat(Ssim.of(seen, also)).as("SSIM of %s", one.name()).isGreaterThan(MIN_SSIM);
    assertThat(DeltaE.mean(seen, also)).as("Delta E of %s", one.name()).isLessThan(MAX_DELTA_E);
  }

  private static BufferedImage picture(Preview preview) {
    int width = preview.width();
    var picture = new BufferedImage(width, preview.height(), BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, preview.height(), preview.argb(), 0, width);
    return picture;
  }

  private static VariantSpec custom(String name, FormatChoice format, PixelStep... steps) {
    return new VariantSpec(name, List.of(steps), format, 90);
  }
}
