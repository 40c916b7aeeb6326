package dev.safelight.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number here was worked out by hand. */
class ResizeTest {

  private static final int FREE = Resize.FREE;

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 1200, 1200, 1200x900",
    "3000, 4000, 1200, 1200, 900x1200",
    "4000, 3000, 800, 100, 133x100",
    "101, 100, 100, 100, 100x99",
    "300, 200, 100, 100, 100x67",
    "200, 300, 100, 100, 67x100",
    "2401, 1801, 1200, 1200, 1200x900",
    "1, 20000, 300, 300, 1x300",
    "20000, 1, 300, 300, 300x1",
    "300, 200, 300, 200, 300x200",
    "30, 20, 300, 300, 30x20",
    "1, 1, 1, 1, 1x1"
  })
  void insideKeepsTheWholePictureWithinBothSides(
      int width, int height, int wanted, int wantedHeight, String expected) {
    var frame = new Resize(wanted, wantedHeight, Fit.INSIDE).frame(width, height);
    assertThat(text(frame.scaled())).isEqualTo(expected);
    assertThat(frame.frame()).isEqualTo(frame.scaled());
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 400, 400, 533x400, 400x400, -67, 0",
    "3000, 4000, 400, 400, 400x533, 400x400, 0, -67",
    "4000, 3000, 400, 300, 400x300, 400x300, 0, 0",
    // Half as large as what is to be covered: the frame of 2 to 1 shrinks to what there is.
    "200, 200, 400, 200, 200x200, 200x100, 0, -50",
    "100, 50, 400, 400, 100x50, 50x50, -25, 0",
    "1, 20000, 300, 300, 1x20000, 1x1, 0, -10000",
    "20000, 1, 300, 300, 20000x1, 1x1, -10000, 0",
    "1, 1, 300, 200, 1x1, 1x1, 0, 0"
  })
  void coverFillsTheFrameAndCutsOffWhatSticksOut(
      int width, int height, int w, int h, String scaled, String frame, int left, int top) {
    var cover = new Resize(w, h, Fit.COVER).frame(width, height);
    assertThat(text(cover.scaled())).isEqualTo(scaled);
    assertThat(text(cover.frame())).isEqualTo(frame);
    assertThat(cover.left()).isEqualTo(left);
    assertThat(cover.top()).isEqualTo(top);
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 400, 400, 400x300, 0, 50",
    "3000, 4000, 400, 400, 300x400, 50, 0",
    "30, 20, 400, 300, 30x20, 185, 140",
    "31, 21, 400, 300, 31x21, 184, 139",
    "1, 20000, 300, 300, 1x300, 149, 0"
  })
  void containCentersTheWholePictureInExactlyTheFrame(
      int width, int height, int w, int h, String scaled, int left, int top) {
    var contain = new Resize(w, h, Fit.CONTAIN).frame(width, height);
    assertThat(text(contain.scaled())).isEqualTo(scaled);
    assertThat(contain.frame()).isEqualTo(new Size(w, h));
    assertThat(contain.left()).isEqualTo(left);
    assertThat(contain.top()).isEqualTo(top);
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 400, 400, 400x400",
    "4000, 30, 400, 400, 400x30",
    "30, 20, 400, 300, 30x20",
    "30, 4000, 20, 400, 20x400"
  })
  void fillStretchesAndNeverEnlargesASide(int width, int height, int w, int h, String expected) {
    var fill = new Resize(w, h, Fit.FILL).frame(width, height);
    assertThat(text(fill.frame())).isEqualTo(expected);
    assertThat(fill.scaled()).isEqualTo(fill.frame());
  }

  @Test
  void aFreeSideIsWhateverTheOtherDemandsForEveryFit() {
    for (var fit : Fit.values()) {
      assertThat(text(new Resize(400, FREE, fit).frame(4000, 3000).frame())).isEqualTo("400x300");
      assertThat(text(new Resize(FREE, 300, fit).frame(4000, 3000).frame())).isEqualTo("400x300");
      assertThat(text(new Resize(FREE, FREE, fit).frame(4000, 3000).frame()))
          .isEqualTo("4000x3000");
      assertThat(text(new Resize(400, FREE, fit).frame(30, 20).frame())).isEqualTo("30x20");
    }
  }

  @Test
  void nothingIsEverEnlarged() {
    for (var fit : Fit.values()) {
      for (int width = 1; width <= 40; width++) {
        for (int height = 1; height <= 40; height++) {
          var scaled = new Resize(17, 23, fit).frame(width, height).scaled();
          assertThat(scaled.width()).as("%s %d", fit, width).isBetween(1, width);
          assertThat(scaled.height()).as("%s %d", fit, height).isBetween(1, height);
        }
      }
    }
  }

  @Test
  void refusesAPictureWithoutPixels() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Resize(0, 10, Fit.INSIDE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Resize(10, -1, Fit.FILL));
  }

  private static String text(Size size) {
    return size.width() + "x" + size.height();
  }
}
