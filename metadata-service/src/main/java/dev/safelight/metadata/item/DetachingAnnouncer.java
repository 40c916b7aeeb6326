package dev.safelight.metadata.item;

import dev.safelight.metadata.outbox.Announcer;
import reactor.core.publisher.Mono;

/**
 * Sees to it that the images of an item belong to none before it is told that the item is gone, in
 * case that whoever deleted it was cut off.
 */
public class DetachingAnnouncer implements Announcer<Item> {

  private final Detaching detaching;
  private final Announcer<Item> announcer;

  /** Announces by {@code announcer}. */
  public DetachingAnnouncer(Detaching detaching, Announcer<Item> announcer) {
    this.detaching = detaching;
    this.announcer = announcer;
  }

  @Override
  public Mono<Void> announce(Item item) {
    var detached = item.life().deleted() ? detaching.older(item) : Mono.<Void>empty();
    return detached.then(Mono.defer(() -> announcer.announce(item)));
  }
}
