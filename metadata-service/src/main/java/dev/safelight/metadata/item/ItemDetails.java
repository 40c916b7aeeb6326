package dev.safelight.metadata.item;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of an item, and changed.
 *
 * @param kind what it is, such as {@code product}; settings of ingest may limit the images of a
 *     kind
 * @param name what people call it
 * @param metadata a JSON object of the client's own, as text
 * @param demands what its images have to be
 * @param openToEveryone whether every account may see it and add images, not only its owner
 */
public record ItemDetails(
    String kind, @Nullable String name, String metadata, Demands demands, boolean openToEveryone) {

  /** The kind of items of which none is said. */
  public static final String DEFAULT_KIND = "item";

  /** Says nothing but the kind. */
  static ItemDetails nothing(String kind) {
    return new ItemDetails(kind, null, "{}", Demands.NONE, false);
  }
}
