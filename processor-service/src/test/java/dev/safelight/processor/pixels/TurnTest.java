package dev.safelight.processor.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {

  @Test
  void turnsClockwise() {
    var picture = new Picture(3, 2, true, new int[] {1, 2, 3, 4, 5, 6});
    assertThat(Turn.clockwise(90).apply(picture).argb()).containsExactly(4, 1, 5, 2, 6, 3);
    assertThat(Turn.clockwise(180).apply(picture).argb()).containsExactly(6, 5, 4, 3, 2, 1);
    assertThat(Turn.clockwise(270).apply(picture).argb()).containsExactly(3, 6, 2, 5, 1, 4);
    assertThat(Turn.clockwise(90).apply(picture).width()).isEqualTo(2);
  }

  /** More than one of the squares that are walked, and no multiple of them. */
  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void backIsWhereItBegan(int angle) {
    var picture = Drawn.opaque(150, 70, (x, y) -> x << 8 | y);
    var back = Turn.clockwise(360 - angle).apply(Turn.clockwise(angle).apply(picture));
    assertThat(back.argb()).isEqualTo(picture.argb());
  }
}
