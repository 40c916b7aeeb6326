package dev.safelight.processor.libvips;

import java.util.stream.Stream;

/** What the bands of an image mean (VipsInterpretation). */
public enum Interpretation {
  /** Grey of 8 bits. */
  GRAY(1),
  /** Cyan, magenta, yellow, black. */
  CMYK(15),
  /** Red, green, blue of 8 bits. */
  SRGB(22),
  /** Red, green, blue of 16 bits. */
  RGB16(25),
  /** Grey of 16 bits. */
  GRAY16(26),
  /** Red, green, blue, scaled to whatever the format can hold. */
  RGB(17),
  /** Nobody said. */
  MULTIBAND(0),
  /** Anything else. */
  OTHER(-1);

  private final int number;

  Interpretation(int number) {
    this.number = number;
  }

  /** What libvips calls it. */
  public int number() {
    return number;
  }

  static Interpretation of(int number) {
    return Stream.of(values()).filter(i -> i.number == number).findAny().orElse(OTHER);
  }
}
