package dev.safelight.recipe;

/** Nine places in a picture. */
public enum Position {
  TOP_LEFT(0, 0),
  TOP(1, 0),
  TOP_RIGHT(2, 0),
  LEFT(0, 1),
  CENTER(1, 1),
  RIGHT(2, 1),
  BOTTOM_LEFT(0, 2),
  BOTTOM(1, 2),
  BOTTOM_RIGHT(2, 2);

  private final int column;
  private final int row;

  Position(int column, int row) {
    this.column = column;
    this.row = row;
  }

  /** The left edge of what is placed here, in pixels, given what is left of the width beside it. */
  public int left(int free) {
    return free * column / 2;
  }

  /** The top edge of what is placed here, in pixels, given what is left of the height beside it. */
  public int top(int free) {
    return free * row / 2;
  }
}
