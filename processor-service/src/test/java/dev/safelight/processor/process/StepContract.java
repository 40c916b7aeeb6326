package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Photo;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.Blur;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Grayscale;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.VariantSpec;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each step does what its documentation says, and steps are done in their order. */
public abstract class StepContract extends EngineContract {

  private static final int WIDTH = 240;
  private static final int HEIGHT = 160;
  private static final BufferedImage PHOTO = Photo.draw(WIDTH, HEIGHT);
  private static final BufferedImage TRANSPARENT = Photo.transparent(WIDTH, HEIGHT);

  /** Structural similarity with the reference: only rounding may differ, once for each step. */
  private static final double MIN_SSIM = 0.99;

  /** Where pictures are made smaller, kernels may differ as well. */
  private static final double MIN_SSIM_RESIZED = 0.97;

  /** Mean CIEDE2000. */
  private static final double MAX_DELTA_E = 1;

  static Stream<Arguments> exact() {
    var corner = new Crop(20, 30, 100, 77, Position.CENTER);
    var placed = new Crop(null, null, 100, 77, Position.BOTTOM_RIGHT);
    var outside = new Crop(200, 100, 500, 500, Position.CENTER);
    return Stream.of(
        steps(Reference.crop(PHOTO, corner.box(WIDTH, HEIGHT)), corner),
        steps(Reference.crop(PHOTO, placed.box(WIDTH, HEIGHT)), placed),
        steps(Reference.crop(PHOTO, outside.box(WIDTH, HEIGHT)), outside),
        steps(Reference.rotate(PHOTO, 90), new Rotate(90)),
        steps(Reference.rotate(PHOTO, 180), new Rotate(180)),
        steps(Reference.rotate(PHOTO, 270), new Rotate(270)),
        steps(Reference.grayscale(PHOTO), new Grayscale()),
        steps(Reference.blur(PHOTO, 0.5), new Blur(0.5)),
        steps(Reference.blur(PHOTO, 2), new Blur(2)),
        steps(Reference.blur(PHOTO, 10), new Blur(10)),
        steps(Reference.sharpen(PHOTO, 1, 1), new Sharpen(1, 1)),
        steps(Reference.sharpen(PHOTO, 3, 0.4), new Sharpen(3, 0.4)),
        steps(
            Reference.crop(Reference.rotate(PHOTO, 90), corner.box(HEIGHT, WIDTH)),
            new Rotate(90),
            corner),
        steps(
            Reference.rotate(Reference.crop(PHOTO, corner.box(WIDTH, HEIGHT)), 90),
            corner,
            new Rotate(90)),
        steps(
            Reference.sharpen(Reference.blur(Reference.grayscale(PHOTO), 1.5), 2, 2),
            new Grayscale(),
            new Blur(1.5),
            new Sharpen(2, 2)));
  }

  static Stream<Arguments> resized() {
    var crop = new Crop(40, 20, 120, 80, Position.CENTER);
    var small = new Resize(90, 60, Fit.FILL);
    return Stream.of(
        steps(Reference.resize(PHOTO, 90, 60), small),
        steps(
            Reference.resize(Reference.crop(PHOTO, crop.box(WIDTH, HEIGHT)), 90, 60), crop, small),
        steps(Reference.crop(Reference.resize(PHOTO, 90, 60), crop.box(90, 60)), small, crop),
        steps(Reference.blur(Reference.resize(PHOTO, 90, 60), 2), small, new Blur(2)),
        steps(Reference.resize(Reference.blur(PHOTO, 2), 90, 60), new Blur(2), small),
        steps(Reference.resize(Reference.rotate(PHOTO, 270), 90, 60), new Rotate(270), small),
        steps(Reference.rotate(Reference.resize(PHOTO, 90, 60), 270), small, new Rotate(270)),
        steps(
            Reference.resize(Reference.resize(PHOTO, 200, 100), 90, 60),
            new Resize(200, 100, Fit.FILL),
            small));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exact")
  void givesWhatItsFormulaSays(List<PixelStep> steps, BufferedImage expected) {
    assertLooks(png(PHOTO, steps), expected, MIN_SSIM);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("resized")
  void givesThatAtAnySize(List<PixelStep> steps, BufferedImage expected) {
    assertLooks(png(PHOTO, steps), expected, MIN_SSIM_RESIZED);
  }

  @Test
  void orderMatters() {
    var blur = new Blur(2);
    var small = new Resize(90, 60, Fit.FILL);
    var soft = decode(png(PHOTO, List.of(small, blur)));
    var crisp = decode(png(PHOTO, List.of(blur, small)));
    assertThat(Ssim.of(soft, crisp)).isLessThan(0.95);
  }

  /** Steps weigh colours by alpha, so that invisible ones do not shine through. */
  @Test
  void transparentPicturesGetTheSameSteps() {
    assertLooks(png(TRANSPARENT, List.of(new Blur(2))), Reference.blur(TRANSPARENT, 2), MIN_SSIM);
    assertLooks(
        png(TRANSPARENT, List.of(new Rotate(90), new Grayscale())),
        Reference.grayscale(Reference.rotate(TRANSPARENT, 90)),
        MIN_SSIM);
    assertLooks(
        png(TRANSPARENT, List.of(new Resize(90, 60, Fit.FILL))),
        Reference.resize(TRANSPARENT, 90, 60),
        MIN_SSIM_RESIZED);
    var scene = new Scene(0x0000FF00, 0xFFFF0000, 0x0000FF00, 0xFFFF0000);
    var seen = decode(png(scene.draw(60, 60, BufferedImage.TYPE_INT_ARGB), List.of(new Blur(4))));
    assertThat(seen.getRGB(30, 30) >> 8 & 0xFF).as("green at the edge").isLessThan(16);
  }

  /** One pixel has nothing beside it that steps could look at. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void worksOnNextToNothing(int edge) {
    List<PixelStep> steps =
        List.of(
            new Blur(100),
            new Sharpen(10, 10),
            new Grayscale(),
            new Rotate(90),
            new Crop(5, 5, 9, 9, Position.CENTER),
            Resize.within(2));
    var variant = png(Scene.COLORED.draw(edge, edge), steps);
    assertThat(variant.width()).isOne();
    decode(variant);
  }

  @Test
  void variantsDoNotSeeEachOther() {
    var plain = spec("plain", List.of(Resize.within(90)));
    var together =
        develop(
                Files.write("png", PHOTO),
                List.of(
                    spec("blurred", List.of(new Blur(5), Resize.within(120))),
                    spec("grey", List.of(Resize.within(120), new Grayscale())),
                    spec("turned", List.of(Resize.within(90), new Rotate(180))),
                    plain))
            .variants();
    var alone = develop(Files.write("png", PHOTO), List.of(plain)).variants().getFirst();
    assertThat(Ssim.of(decode(together.getLast()), decode(alone))).isGreaterThan(0.99);
  }

  @Test
  void theSameStepsGiveTheSameBytes() {
    List<PixelStep> steps =
        List.of(
            Resize.within(90),
            new Blur(1),
            new Sharpen(1, 1),
            new Rotate(90),
            new Crop(1, 1, 40, 40, Position.CENTER));
    for (var format : FormatChoice.values()) {
      var specs = List.of(new VariantSpec("only", steps, format, 80));
      var once = develop(Files.write("png", TRANSPARENT), specs).variants().getFirst();
      var again = develop(Files.write("png", TRANSPARENT), specs).variants().getFirst();
      assertThat(once.content()).as(format.name()).isEqualTo(again.content());
    }
  }

  private EncodedVariant png(BufferedImage picture, List<PixelStep> steps) {
    return develop(Files.write("png", picture), List.of(spec("only", steps))).variants().getFirst();
  }

  private static VariantSpec spec(String name, List<PixelStep> steps) {
    return new VariantSpec(name, steps, FormatChoice.PNG, 80);
  }

  private static void assertLooks(EncodedVariant variant, BufferedImage expected, double minSsim) {
    var seen = decode(variant);
    assertThat(seen.getWidth()).isEqualTo(expected.getWidth());
    assertThat(seen.getHeight()).isEqualTo(expected.getHeight());
    assertThat(Ssim.of(seen, expected)).as("SSIM").isGreaterThan(minSsim);
    assertThat(DeltaE.mean(seen, expected)).as("mean Delta E").isLessThan(MAX_DELTA_E);
  }

  private static Arguments steps(BufferedImage expected, PixelStep... steps) {
    return Arguments.of(List.of(steps), expected);
  }
}
