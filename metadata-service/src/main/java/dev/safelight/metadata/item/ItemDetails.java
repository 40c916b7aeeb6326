package dev.safelight.metadata.item;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

  private static final Map<String, Function<ItemDetails, @Nullable Object>> MEMBERS =
      Map.of(
          "kind", ItemDetails::kind,
          "name", ItemDetails::name,
          "metadata", ItemDetails::metadata,
          "contributors", ItemDetails::openToEveryone,
          "minDimensions", details -> details.demands().min(),
          "maxDimensions", details -> details.demands().max(),
          "maxSize", details -> details.demands().maxSize());

  /** Names of the members that differ from those of {@code other}, as the API has them. */
  List<String> differences(ItemDetails other) {
    return MEMBERS.entrySet().stream()
        .filter(it -> !Objects.equals(it.getValue().apply(this), it.getValue().apply(other)))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Says nothing but the kind. */
  static ItemDetails nothing(String kind) {
    return new ItemDetails(kind, null, "{}", Demands.NONE, false);
  }
}
