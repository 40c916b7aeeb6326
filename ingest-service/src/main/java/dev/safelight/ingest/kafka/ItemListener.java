package dev.safelight.ingest.kafka;

import dev.safelight.event.Contributors;
import dev.safelight.event.ItemChanged;
import dev.safelight.event.Topics;
import dev.safelight.ingest.upload.Item;
import dev.safelight.ingest.upload.Item.ItemLimits;
import dev.safelight.ingest.upload.ItemChange;
import dev.safelight.ingest.upload.ItemMemory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears of items. Its group is its own, as an upload may be waiting for the news and nothing else
 * of this service is to be in its way.
 */
@Component
class ItemListener {

  private static final String GROUP = "${spring.application.name}-items";

  private final ItemMemory memory;

  ItemListener(ItemMemory memory) {
    this.memory = memory;
  }

  @KafkaListener(topics = Topics.ITEM_CHANGED, groupId = GROUP)
  void on(ItemChanged event) {
    memory.remember(new ItemChange(item(event), event.getVersion(), event.getDeleted())).block();
  }

  /** Contributors of a kind that we do not know yet are none. */
  private static Item item(ItemChanged event) {
    return new Item(
        event.getItemId(),
        event.getOwner(),
        event.getContributors() == Contributors.EVERYONE,
        event.getKind(),
        new ItemLimits(
            event.getMinWidth(),
            event.getMinHeight(),
            event.getMaxWidth(),
            event.getMaxHeight(),
            event.getMaxSizeBytes()));
  }
}
