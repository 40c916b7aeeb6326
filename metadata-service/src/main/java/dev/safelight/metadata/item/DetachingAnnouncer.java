package dev.safelight.metadata.item;

import dev.safelight.metadata.outbox.Announcer;
import reactor.core.publisher.Mono;

/**
 * Sees to it that the images of an item belong to none before it is told that the item is gone, in
 * case that whoever deleted it was cut off.
 */
public class DetachingAnnouncer implements Announcer<Item> {

  private final ItemImages images;
  private final Announcer<Item> announcer;

  /** Announces by {@code announcer}. */
  public DetachingAnnouncer(ItemImages images, Announcer<Item> announcer) {
    this.images = images;
    this.announcer = announcer;
  }

  @Override
  public Mono<Void> announce(Item item) {
    var life = item.life();
    var detached =
        life.deleted() ? images.detachOlder(item.id(), life.updatedAt()) : Mono.<Void>empty();
    return detached.then(Mono.defer(() -> announcer.announce(item)));
  }
}
