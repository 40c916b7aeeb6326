package dev.safelight.metadata.kafka;

import dev.safelight.event.Contributors;
import dev.safelight.event.ItemChanged;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemDetails;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link KafkaItemAnnouncer} told, back in the words of the core. */
final class ToldItems {

  private ToldItems() {}

  static Item of(ItemChanged event) {
    return new Item(
        event.getItemId(),
        event.getOwner(),
        details(event),
        choice(event),
        new Item.Life(createdAt(event), event.getOccurredAt(), event.getDeleted()),
        event.getVersion());
  }

  private static Item.@Nullable Choice choice(ItemChanged event) {
    var image = event.getPrimaryImageId();
    var since = event.getPrimarySince();
    return image == null || since == null ? null : new Item.Choice(image, since);
  }

  private static Instant createdAt(ItemChanged event) {
    return Objects.requireNonNullElse(event.getCreatedAt(), event.getOccurredAt());
  }

  private static ItemDetails details(ItemChanged event) {
    return new ItemDetails(
        event.getKind(),
        event.getName(),
        event.getMetadata(),
        new Demands(
            dimensions(event.getMinWidth(), event.getMinHeight()),
            dimensions(event.getMaxWidth(), event.getMaxHeight()),
            event.getMaxSizeBytes()),
        event.getContributors() == Contributors.EVERYONE);
  }

  private static @Nullable Dimensions dimensions(
      @Nullable Integer width, @Nullable Integer height) {
    return width == null || height == null ? null : new Dimensions(width, height);
  }
}
