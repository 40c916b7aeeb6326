package dev.safelight.processor.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayersTest {

  private static final Picture WHITE = Drawn.opaque(3, 2, (x, y) -> 0xFFFFFF);

  @Test
  void halfOfBlackOverWhiteIsGray() {
    assertThat(over(0x80000000, 0xFFFFFFFF)).isEqualTo(0xFF7F7F7F);
  }

  /** Porter and Duff: (0.5 · red + 0.25 · blue) / 0.75, with 0.75 of opacity. */
  @Test
  void halfOverHalfIsThreeQuarters() {
    assertThat(over(0x80FF0000, 0x800000FF)).isEqualTo(0xC0AA0055);
  }

  @Test
  void nothingChangesNothing() {
    assertThat(over(0x00123456, 0x40ABCDEF)).isEqualTo(0x40ABCDEF);
    assertThat(over(0x40ABCDEF, 0x00123456)).isEqualTo(0x40ABCDEF);
  }

  @Test
  void whatReachesOutIsCutOff() {
    var layer = Drawn.opaque(2, 2, (x, y) -> 1 + x + 2 * y);
    assertThat(laid(layer, -1, -1).argb()).startsWith(0xFF000004, -1, -1).endsWith(-1, -1, -1);
    assertThat(laid(layer, 2, 1).argb()).endsWith(-1, -1, 0xFF000001);
    assertThat(laid(layer, 3, 0).argb()).isEqualTo(WHITE.argb());
    assertThat(laid(layer, -5, 7).argb()).isEqualTo(WHITE.argb());
  }

  @Test
  void pictureThatWasTakenStays() {
    var layers = new Layers(WHITE);
    var before = layers.picture();
    layers.put(Drawn.opaque(3, 2, (x, y) -> 0), 0, 0);
    assertThat(before.argb()).containsOnly(-1);
    assertThat(WHITE.argb()).containsOnly(-1);
  }

  private static Picture laid(Picture layer, int left, int top) {
    var layers = new Layers(WHITE);
    layers.lay(layer, left, top);
    return layers.picture();
  }

  private static int over(int source, int target) {
    var layers = new Layers(Drawn.transparent(1, 1, (x, y) -> target));
    layers.lay(Drawn.transparent(1, 1, (x, y) -> source), 0, 0);
    return layers.picture().argb()[0];
  }
}
