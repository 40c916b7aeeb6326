package dev.safelight.metadata.item;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What made a version of an item.
 *
 * @param kind whether the item is there since, or gone
 * @param by opaque id of the account that did it; null where the system did
 * @param members names of what is other than before, as the API has them
 * @param images those of which it is to be told whether they stand for the item, as another does
 */
public record ItemChange(Kind kind, @Nullable String by, List<String> members, List<UUID> images) {

  /** What became of the item. */
  public enum Kind {
    /** It is there. */
    CREATED,
    /** It is other than before. */
    CHANGED,
    /** It is gone. */
    DELETED
  }

  static ItemChange created(String by) {
    return new ItemChange(Kind.CREATED, by, List.of(), List.of());
  }

  static ItemChange changed(@Nullable String by, List<String> members) {
    return new ItemChange(Kind.CHANGED, by, members, List.of());
  }

  static ItemChange deleted(@Nullable String by) {
    return new ItemChange(Kind.DELETED, by, List.of(), List.of());
  }

  static ItemChange chosen(@Nullable String by, List<UUID> images) {
    return new ItemChange(Kind.CHANGED, by, List.of("primaryImageId"), images);
  }
}
