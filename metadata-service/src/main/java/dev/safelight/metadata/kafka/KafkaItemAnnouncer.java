package dev.safelight.metadata.kafka;

import dev.safelight.event.Contributors;
import dev.safelight.event.ItemChanged;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.outbox.Announcer;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Component
class KafkaItemAnnouncer implements Announcer<Item> {

  private final EventPublisher publisher;

  KafkaItemAnnouncer(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Off the event loop, as sending may block while the broker is away. */
  @Override
  public Mono<Void> announce(Item item) {
    return Mono.fromFuture(() -> publisher.send(event(item)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  static ItemChanged event(Item item) {
    var details = item.details();
    var demands = details.demands();
    return ItemChanged.newBuilder()
        .setEventId(item.eventId())
        .setItemId(item.id())
        .setOccurredAt(item.life().updatedAt())
        .setCreatedAt(item.life().createdAt())
        .setVersion(item.version())
        .setDeleted(item.life().deleted())
        .setOwner(item.owner())
        .setContributors(details.openToEveryone() ? Contributors.EVERYONE : Contributors.OWNER)
        .setKind(details.kind())
        .setName(details.name())
        .setMinWidth(width(demands.min()))
        .setMinHeight(height(demands.min()))
        .setMaxWidth(width(demands.max()))
        .setMaxHeight(height(demands.max()))
        .setMaxSizeBytes(demands.maxSize())
        .setMetadata(details.metadata())
        .setPrimaryImageId(choice(item, Item.Choice::imageId))
        .setPrimarySince(choice(item, Item.Choice::since))
        .build();
  }

  private static <T> @Nullable T choice(Item item, Function<Item.Choice, T> part) {
    return Optional.ofNullable(item.primary()).map(part).orElse(null);
  }

  private static @Nullable Integer width(@Nullable Dimensions dimensions) {
    return dimensions == null ? null : dimensions.width();
  }

  private static @Nullable Integer height(@Nullable Dimensions dimensions) {
    return dimensions == null ? null : dimensions.height();
  }
}
