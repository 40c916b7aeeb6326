package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Animations;
import dev.safelight.processor.scene.Animations.Disposal;
import dev.safelight.processor.scene.Animations.Frame;
import dev.safelight.processor.scene.Samples;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.recipe.Watermark;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What moves keeps moving as WebP and GIF, and is its first frame in all other formats. */
public abstract class AnimationContract extends EngineContract {

  /** Mean CIEDE2000 of a frame: lossy colours and edges that were interpolated. */
  private static final double MAX_DELTA_E = 3;

  private static final Animations SAMPLE = Animations.sample();

  static Stream<Arguments> films() {
    return Stream.of(
        Arguments.of("GIF", SAMPLE.gif(), SAMPLE),
        Arguments.of("WebP", SAMPLE.webp(), SAMPLE),
        Arguments.of("GIF that restores", restoring().gif(), restoring()),
        Arguments.of("WebP that does not blend", replacing().webp(), replacing()),
        Arguments.of("GIF whose first frame is small", smallFirst().gif(), smallFirst()),
        Arguments.of("WebP whose first frame is small", smallFirst().webp(), smallFirst()));
  }

  @ParameterizedTest
  @MethodSource("films")
  void everyFrameIsSeenAsLongAsBefore(String original, byte[] file, Animations film) {
    moves(file, film, List.of(), frame -> frame);
  }

  @ParameterizedTest
  @MethodSource("films")
  void everyFrameGetsTheSteps(String original, byte[] file, Animations film) {
    moves(
        file,
        film,
        List.of(new Resize(80, 60, Fit.INSIDE), new Rotate(90)),
        frame -> Reference.rotate(Reference.resize(frame, 80, 60), 90));
  }

  @Test
  void framesAreCutAndMarkedEach() {
    var mark = new Watermark(new Mark.Image(LOGO), Position.BOTTOM_RIGHT, 1, 4, 0.25, false);
    var crop = new Crop(10, 20, 100, 60, Position.CENTER);
    moves(
        SAMPLE.gif(),
        SAMPLE,
        List.of(crop, mark),
        frame ->
            Reference.over(Reference.crop(frame, crop.box(120, 90)), OVERLAYS.of(mark, 100, 60)));
  }

  @ParameterizedTest
  @MethodSource("films")
  void stillsAreTheFirstFrameOnItsCanvas(String original, byte[] file, Animations film) {
    var first = film.shown().getFirst();
    var specs =
        List.of(
            VariantSpec.within(60, "small", FormatChoice.NATURAL, 90),
            new VariantSpec("png", List.of(), FormatChoice.PNG, 90),
            new VariantSpec("jpeg", List.of(), FormatChoice.JPEG, 95));
    var developed = develop(file, specs);
    assertThat(developed.width()).isEqualTo(film.width());
    assertThat(developed.height()).isEqualTo(film.height());
    for (var variant : developed.variants()) {
      var seen = decode(variant);
      var expected = Reference.resize(first, seen.getWidth(), seen.getHeight());
      assertThat(DeltaE.mean(seen, expected)).as(variant.name()).isLessThan(MAX_DELTA_E);
    }
  }

  @Test
  void playsAsOftenAsBefore() {
    for (int plays : new int[] {0, 1, 3}) {
      for (var file : List.of(SAMPLE.playing(plays).gif(), SAMPLE.playing(plays).webp())) {
        for (var variant : develop(file, both(List.of())).variants()) {
          assertThat(Film.of(variant).plays()).as(variant.name()).isEqualTo(plays);
        }
      }
    }
  }

  @Test
  void aFilmAndItsStillsComeOfOneOriginal() {
    var specs =
        List.of(
            new VariantSpec("still", List.of(), FormatChoice.PNG, 90),
            new VariantSpec("film", List.of(Resize.within(60)), FormatChoice.WEBP, 90),
            new VariantSpec("tiny", List.of(Resize.within(30)), FormatChoice.JPEG, 90));
    var developed = develop(SAMPLE.gif(), specs);
    assertThat(developed.variants())
        .extracting(v -> "%s %dx%d".formatted(v.name(), v.width(), v.height()))
        .containsExactly("still 120x90", "film 60x45", "tiny 30x23");
    assertThat(Film.of(developed.variants().get(1)).frames()).hasSize(3);
  }

  private void moves(
      byte[] file, Animations film, List<PixelStep> steps, UnaryOperator<BufferedImage> expected) {
    for (var variant : develop(file, both(steps)).variants()) {
      var seen = Film.of(variant);
      assertThat(seen.millis())
          .as(variant.name())
          .isEqualTo(film.frames().stream().map(Frame::millis).toList());
      for (int i = 0; i < seen.frames().size(); i++) {
        var frame = expected.apply(film.shown().get(i));
        assertThat(variant.width()).isEqualTo(frame.getWidth());
        assertThat(variant.height()).isEqualTo(frame.getHeight());
        assertThat(DeltaE.mean(seen.frames().get(i), frame))
            .as("frame %d of %s", i, variant.name())
            .isLessThan(MAX_DELTA_E);
      }
    }
  }

  private static List<VariantSpec> both(List<PixelStep> steps) {
    return List.of(
        new VariantSpec("webp", steps, FormatChoice.WEBP, 95),
        new VariantSpec("gif", steps, FormatChoice.GIF, 95));
  }

  private static Animations restoring() {
    return new Animations(
        120,
        90,
        0,
        List.of(
            new Frame(whole(), 0, 0, 100, Disposal.KEEP, true),
            new Frame(Animations.plain(40, 30, 0xFFFF00FF), 20, 10, 200, Disposal.RESTORE, true),
            new Frame(Animations.holed(40, 40, 0xFF00FFFF), 70, 40, 70, Disposal.KEEP, true)));
  }

  private static Animations replacing() {
    return new Animations(
        120,
        90,
        0,
        List.of(
            new Frame(whole(), 0, 0, 100, Disposal.KEEP, true),
            new Frame(Animations.holed(40, 40, 0xFF00FFFF), 70, 40, 70, Disposal.KEEP, false),
            new Frame(Animations.plain(10, 10, 0xFF000000), 0, 0, 30, Disposal.KEEP, false)));
  }

  private static Animations smallFirst() {
    return new Animations(
        120,
        90,
        0,
        List.of(
            new Frame(Animations.plain(40, 30, 0xFFFF00FF), 60, 40, 100, Disposal.KEEP, true),
            new Frame(whole(), 0, 0, 100, Disposal.KEEP, true)));
  }

  private static BufferedImage whole() {
    return Samples.as(Scene.COLORED.draw(120, 90), BufferedImage.TYPE_INT_ARGB);
  }
}
