package dev.safelight.processor.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.Orientation;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Grayscale;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Resize;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReductionTest {

  private static final Resize LARGE = Resize.within(1200);

  @Test
  void isWhatLeavesEnoughForTheLargest() {
    assertThat(reduction(4000, 3000, List.of(List.of(Resize.within(100)), List.of(LARGE))))
        .isEqualTo(2);
    assertThat(reduction(6000, 4000, List.of(List.of(LARGE)))).isEqualTo(4);
    assertThat(reduction(12000, 4000, List.of(List.of(LARGE, new Grayscale())))).isEqualTo(8);
    assertThat(reduction(2000, 1000, List.of(List.of(LARGE)))).isEqualTo(1);
  }

  /** The shorter side of a picture that has to cover a square is the one that counts. */
  @Test
  void bothSidesAreLargeEnough() {
    assertThat(reduction(6000, 1500, List.of(List.of(new Resize(600, 600, Fit.COVER)))))
        .isEqualTo(2);
    assertThat(reduction(6000, 1500, List.of(List.of(new Resize(100, 1500, Fit.FILL)))))
        .isEqualTo(1);
  }

  @Test
  void isNoneWhereAllPixelsAreNeeded() {
    assertThat(reduction(6000, 4000, List.of(List.of(LARGE), List.of()))).isEqualTo(1);
    var crop = new Crop(0, 0, 10, 10, Position.CENTER);
    assertThat(reduction(6000, 4000, List.of(List.of(LARGE), List.of(crop, LARGE)))).isEqualTo(1);
  }

  @Test
  void picturesThatLieAreTurnedBefore() {
    var header = new ImageHeader(ImageType.JPEG, 1500, 6000, 1);
    var lying = new SourceImage(new byte[0], header, Orientation.of(6));
    var orders = List.of(order(List.of(new Resize(Resize.FREE, 600, Fit.INSIDE))));
    assertThat(Reduction.of(lying, orders)).isEqualTo(2);
  }

  private static int reduction(int width, int height, List<List<PixelStep>> steps) {
    var header = new ImageHeader(ImageType.JPEG, width, height, 1);
    var source = new SourceImage(new byte[0], header, Orientation.UPRIGHT);
    return Reduction.of(source, steps.stream().map(ReductionTest::order).toList());
  }

  private static Order order(List<PixelStep> steps) {
    return new Order(steps, FormatChoice.NATURAL, 80);
  }
}
