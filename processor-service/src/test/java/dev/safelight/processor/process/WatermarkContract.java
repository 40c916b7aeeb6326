package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Photo;
import dev.safelight.recipe.Blur;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.recipe.Watermark;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Watermarks lie where, as large, and as opaque as they were asked for. */
public abstract class WatermarkContract extends EngineContract {

  private static final BufferedImage PHOTO = Photo.draw(200, 150);
  private static final BufferedImage TRANSPARENT = Photo.transparent(200, 150);
  private static final Mark TEXT = new Mark.Text("© Safelight", 0xFFE000);
  private static final Mark IMAGE = new Mark.Image(LOGO);

  /** Largest difference of any channel: engines may round once more. */
  private static final int ROUNDING = 2;

  static Stream<Watermark> marks() {
    var places =
        Stream.of(Position.values()).map(place -> new Watermark(IMAGE, place, 0.8, 7, 0.25, false));
    return Stream.concat(
        places,
        Stream.of(
            new Watermark(TEXT, Position.BOTTOM_RIGHT, 1, 0, 0.5, false),
            new Watermark(TEXT, Position.TOP, 0.3, 20, 1, false),
            new Watermark(IMAGE, Position.CENTER, 1, 0, 1, false),
            new Watermark(IMAGE, Position.CENTER, 0, 0, 1, false),
            new Watermark(IMAGE, Position.LEFT, 0.5, 1000, 0.1, false),
            new Watermark(IMAGE, Position.CENTER, 0.5, 5, 0.2, true),
            new Watermark(TEXT, Position.CENTER, 0.5, 0, 0.3, true),
            new Watermark(TEXT, Position.CENTER, 0.7, 400, 0.3, true)));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void liesOverAPhoto(Watermark mark) {
    assertMarked(PHOTO, mark);
  }

  @ParameterizedTest
  @MethodSource("marks")
  void liesOverATransparentPicture(Watermark mark) {
    assertMarked(TRANSPARENT, mark);
  }

  @Test
  void isScaledToThePictureAsItIsWhenTheMarkIsLaid() {
    var mark = new Watermark(IMAGE, Position.BOTTOM_RIGHT, 1, 4, 0.3, false);
    var small = new Resize(100, 75, Fit.FILL);
    var after = seen(PHOTO, List.of(small, mark));
    var before = seen(PHOTO, List.of(mark, small));
    var bare = seen(PHOTO, List.of(small));
    assertClose(after, Reference.over(bare, OVERLAYS.of(mark, 100, 75)));
    var marked = Reference.over(PHOTO, OVERLAYS.of(mark, 200, 150));
    assertThat(Ssim.of(before, Reference.resize(marked, 100, 75))).isGreaterThan(0.97);
  }

  @Test
  void isBlurredOnlyByWhatComesAfterIt() {
    var mark = new Watermark(TEXT, Position.CENTER, 1, 0, 0.8, false);
    var blurred = Reference.blur(PHOTO, 4);
    var crisp = seen(PHOTO, List.of(new Blur(4), mark));
    assertThat(Ssim.of(crisp, Reference.over(blurred, OVERLAYS.of(mark, 200, 150))))
        .isGreaterThan(0.99);
    var soft = seen(PHOTO, List.of(mark, new Blur(4)));
    var marked = Reference.over(PHOTO, OVERLAYS.of(mark, 200, 150));
    assertThat(Ssim.of(soft, Reference.blur(marked, 4))).isGreaterThan(0.99);
  }

  @Test
  void isOnTheVariantThatWantsItAlone() {
    var mark = new Watermark(IMAGE, Position.CENTER, 1, 0, 1, false);
    var specs =
        List.of(
            spec("marked", List.of(Resize.within(120), mark)),
            spec("plain", List.of(Resize.within(60))),
            spec("bare", List.of(Resize.within(120))));
    var together = develop(Files.write("png", PHOTO), specs).variants();
    for (int i = 1; i < specs.size(); i++) {
      var alone = develop(Files.write("png", PHOTO), List.of(specs.get(i))).variants().getFirst();
      assertThat(Ssim.of(decode(together.get(i)), decode(alone))).isGreaterThan(0.99);
    }
  }

  @Test
  void leavesAnOpaquePictureOpaque() {
    var mark = new Watermark(IMAGE, Position.CENTER, 0.5, 0, 0.5, false);
    var specs = List.of(new VariantSpec("only", List.of(mark), FormatChoice.NATURAL, 80));
    assertThat(develop(Files.write("png", PHOTO), specs).variants().getFirst().format())
        .isEqualTo(PictureFormat.JPEG);
  }

  @Test
  void fitsOnNextToNothing() {
    for (var mark : marks().toList()) {
      var seen = seen(Photo.draw(1, 1), List.of(mark));
      assertThat(seen.getWidth()).isOne();
    }
  }

  @Test
  void refusesAnImageThatIsNotThere() {
    var mark = new Watermark(new Mark.Image("gone"), Position.CENTER, 1, 0, 1, false);
    assertThatExceptionOfType(BadImageException.class)
        .isThrownBy(() -> seen(PHOTO, List.of(mark)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RejectionReason.UNSUITABLE_REQUEST));
  }

  private void assertMarked(BufferedImage picture, Watermark mark) {
    var overlay = OVERLAYS.of(mark, picture.getWidth(), picture.getHeight());
    assertClose(seen(picture, List.of(mark)), Reference.over(picture, overlay));
  }

  private BufferedImage seen(BufferedImage picture, List<PixelStep> steps) {
    var specs = List.of(spec("only", steps));
    return decode(develop(Files.write("png", picture), specs).variants().getFirst());
  }

  private static VariantSpec spec(String name, List<PixelStep> steps) {
    return new VariantSpec(name, steps, FormatChoice.PNG, 80);
  }

  private static void assertClose(BufferedImage seen, BufferedImage expected) {
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        int difference = error(seen.getRGB(x, y), expected.getRGB(x, y));
        if (difference > tolerated(expected.getRGB(x, y) >>> 24)) {
          assertThat("%08x".formatted(seen.getRGB(x, y)))
              .as("pixel at %d, %d", x, y)
              .isEqualTo("%08x".formatted(expected.getRGB(x, y)));
        }
      }
    }
  }

  /** The less there is of a colour, the coarser it is once multiplied with its alpha. */
  private static int tolerated(int alpha) {
    return alpha < 16 ? 255 : ROUNDING * 255 / alpha;
  }
}
