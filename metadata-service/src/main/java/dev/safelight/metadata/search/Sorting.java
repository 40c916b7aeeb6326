package dev.safelight.metadata.search;

/**
 * In which order to list; images that are equal by it follow their ids, in the same direction.
 *
 * @param by what counts
 * @param descending whether the greatest comes first
 */
public record Sorting(Key by, boolean descending) {

  /** What can be sorted by. */
  public enum Key {
    UPLOADED_AT("uploadedAt"),
    SIZE("size"),
    /** Without case and accents. */
    ORIGINAL_NAME("originalName"),
    /** Place among the images of their item. */
    ORDER("order");

    private final String label;

    Key(String label) {
      this.label = label;
    }

    /** The name in queries. */
    public String label() {
      return label;
    }
  }

  /** The newest first. */
  public static final Sorting NEWEST_FIRST = new Sorting(Key.UPLOADED_AT, true);

  /** As the images of an item are arranged. */
  public static final Sorting ARRANGED = new Sorting(Key.ORDER, false);
}
