package dev.safelight.processor.process.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Scene;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Watermark;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlaysTest {

  private static final byte[] LOGO = Files.write("png", Scene.COLORED.draw(400, 200));

  private final Overlays overlays = new Overlays(new WatermarkImages(Map.of("logo", LOGO)));

  @ParameterizedTest
  @CsvSource({
    "TOP_LEFT, 16, 16", "TOP, 400, 16", "TOP_RIGHT, 784, 16",
    "LEFT, 16, 350", "CENTER, 400, 350", "RIGHT, 784, 350",
    "BOTTOM_LEFT, 16, 684", "BOTTOM, 400, 684", "BOTTOM_RIGHT, 784, 684"
  })
  void isPlacedWithItsMargin(Position position, int left, int top) {
    var overlay = overlays.of(logo(position, 16, 0.2, false), 1000, 800);
    assertThat(overlay.width()).isEqualTo(200);
    assertThat(overlay.height()).isEqualTo(100);
    assertThat(overlay.left()).isEqualTo(left);
    assertThat(overlay.top()).isEqualTo(top);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 20000", "20000, 1", "10, 10", "40, 7"})
  void fitsIntoTheSmallestPicture(int width, int height) {
    for (boolean tiled : new boolean[] {false, true}) {
      var overlay = overlays.of(logo(Position.BOTTOM_RIGHT, 16, 1, tiled), width, height);
      assertThat(overlay.argb()).hasSize(overlay.width() * overlay.height());
      if (!tiled) {
        assertThat(overlay.left()).isBetween(0, width - overlay.width());
        assertThat(overlay.top()).isBetween(0, height - overlay.height());
      }
    }
  }

  @Test
  void tilesCoverThePicture() {
    var overlay = overlays.of(logo(Position.TOP, 10, 0.1, true), 1000, 800);
    assertThat(overlay.width()).isEqualTo(110);
    assertThat(overlay.height()).isEqualTo(60);
    var covered = new boolean[1000 * 800];
    for (var place : overlay.places(1000, 800)) {
      for (int y = Math.max(0, place.top()); y < Math.min(800, place.top() + 60); y++) {
        int left = y * 1000 + Math.max(0, place.left());
        Arrays.fill(covered, left, y * 1000 + Math.min(1000, place.left() + 110), true);
      }
    }
    for (boolean pixel : covered) {
      assertThat(pixel).isTrue();
    }
    assertThat(overlay.places(1000, 800)).contains(new Overlay.Place(445, 370));
  }

  @Test
  void keepsTheColorsOfAnImageAndAppliesOpacity() {
    var overlay = overlays.of(logo(Position.CENTER, 0, 1, false), 100, 100);
    assertThat(overlay.width()).isEqualTo(100);
    assertThat(overlay.argb()[12 * 100 + 25]).isEqualTo(0x80C83232);
    assertThat(overlay.argb()[37 * 100 + 75]).isEqualTo(0x80E6DC78);
  }

  @Test
  void drawsTextInItsColorAcrossTheWholeWidth() {
    var step = new Watermark(new Mark.Text("© Anna", 0x336699), Position.CENTER, 1, 0, 0.5, false);
    var overlay = overlays.of(step, 400, 300);
    assertThat(overlay.width()).isEqualTo(200);
    assertThat(overlay.height()).isBetween(30, 70);
    assertThat(Arrays.stream(overlay.argb()).filter(pixel -> pixel == 0xFF336699).count())
        .isBetween(overlay.argb().length / 6L, overlay.argb().length * 2L / 3);
    assertThat(columnsWithInk(overlay)).contains(2, 195);
  }

  @Test
  void drawsWhatItsFontLacksOrNothing() {
    for (var text : new String[] {"\u00a0", "\u5199\u771f", "\u0645\u0631\u062d\u0628\u0627"}) {
      var step = new Watermark(new Mark.Text(text, 0), Position.TOP, 1, 3, 0.3, true);
      assertThat(overlays.of(step, 300, 200).width()).isPositive();
    }
  }

  @Test
  void refusesAnImageThatIsNotThere() {
    var step = new Watermark(new Mark.Image("nothing"), Position.TOP, 1, 3, 0.3, true);
    assertThatExceptionOfType(BadImageException.class)
        .isThrownBy(() -> overlays.of(step, 300, 200))
        .withMessage("There is no watermark image named nothing");
  }

  @Test
  void refusesAFileThatIsNoPng() {
    var marks = new WatermarkImages(Map.of("logo", new byte[] {1, 2, 3}));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Overlays(marks))
        .withMessage("The watermark image logo is not a PNG");
  }

  private static int[] columnsWithInk(Overlay overlay) {
    return IntStream.range(0, overlay.width())
        .filter(x -> column(overlay, x).anyMatch(pixel -> pixel >>> 24 > 128))
        .toArray();
  }

  private static IntStream column(Overlay overlay, int x) {
    return IntStream.range(0, overlay.height()).map(y -> overlay.argb()[y * overlay.width() + x]);
  }

  private static Watermark logo(Position position, int margin, double scale, boolean tiled) {
    return new Watermark(new Mark.Image("logo"), position, 0.5, margin, scale, tiled);
  }
}
