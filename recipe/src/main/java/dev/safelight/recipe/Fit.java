package dev.safelight.recipe;

/** How a picture meets the width and height that were asked for; it is never enlarged. */
public enum Fit {
  /** Whole, and within both; its proportions stay. */
  INSIDE,
  /** Both are filled, what sticks out is cut off evenly; its proportions stay. */
  COVER,
  /** Whole and within both, in the middle of a canvas of exactly that size. */
  CONTAIN,
  /** Stretched to both; its proportions change. */
  FILL
}
