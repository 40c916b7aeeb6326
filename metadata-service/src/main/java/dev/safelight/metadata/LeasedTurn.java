package dev.safelight.metadata;

import dev.safelight.database.Leases;
import dev.safelight.metadata.outbox.Turn;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A turn that is a lease in the database. */
class LeasedTurn implements Turn {

  private final Leases leases;
  private final String name;
  private final String instance = UUID.randomUUID().toString();

  LeasedTurn(Leases leases, String name) {
    this.leases = leases;
    this.name = name;
  }

  @Override
  public Mono<Boolean> take(Duration term) {
    return leases.take(name, instance, term);
  }

  @Override
  public Mono<Void> giveBack() {
    return leases.giveBack(name, instance);
  }
}
