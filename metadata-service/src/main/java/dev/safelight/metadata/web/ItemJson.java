package dev.safelight.metadata.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.item.Item;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item as the API shows it, its members in the order of the contract. */
record ItemJson(
    String id,
    String kind,
    @Nullable String name,
    @JsonRawValue String metadata,
    @Nullable Size minDimensions,
    @Nullable Size maxDimensions,
    @Nullable Long maxSize,
    String contributors,
    String owner,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** Pixels across and down. */
  record Size(int width, int height) {

    private static @Nullable Size of(@Nullable Dimensions dimensions) {
      return dimensions == null ? null : new Size(dimensions.width(), dimensions.height());
    }
  }

  /** One page of a list. */
  record Listed(List<ItemJson> items, @Nullable String nextCursor) {}

  /** The metadata was checked to be a JSON object, and written by us, when it came in. */
  static ItemJson of(Item item) {
    var details = item.details();
    var demands = details.demands();
    return new ItemJson(
        item.id(),
        details.kind(),
        details.name(),
        details.metadata(),
        Size.of(demands.min()),
        Size.of(demands.max()),
        demands.maxSize(),
        details.openToEveryone() ? ItemReader.EVERYONE : ItemReader.OWNER,
        item.owner(),
        item.version(),
        item.life().createdAt(),
        item.life().updatedAt());
  }
}
