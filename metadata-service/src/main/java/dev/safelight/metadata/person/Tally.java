package dev.safelight.metadata.person;

/**
 * How much was erased.
 *
 * @param images records of images
 * @param objects pictures in the store
 * @param bytes how many those were
 * @param items what images belong to
 */
public record Tally(long images, long objects, long bytes, long items) {

  /** Nothing. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** An item. */
  static final Tally ITEM = new Tally(0, 0, 0, 1);
}
