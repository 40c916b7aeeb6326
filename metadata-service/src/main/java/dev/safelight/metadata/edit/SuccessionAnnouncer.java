package dev.safelight.metadata.edit;

import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.outbox.Announcer;
import reactor.core.publisher.Mono;

/**
 * Sees to it that images know whether they stand for their item before it is told which one does,
 * in case that whoever chose was cut off.
 */
public class SuccessionAnnouncer implements Announcer<Item> {

  private final Successions successions;
  private final Announcer<Item> announcer;

  /** Announces by {@code announcer}. */
  public SuccessionAnnouncer(Successions successions, Announcer<Item> announcer) {
    this.successions = successions;
    this.announcer = announcer;
  }

  @Override
  public Mono<Void> announce(Item item) {
    return successions.tell(item).then(Mono.defer(() -> announcer.announce(item)));
  }
}
