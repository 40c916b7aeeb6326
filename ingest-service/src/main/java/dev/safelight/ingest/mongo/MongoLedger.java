package dev.safelight.ingest.mongo;

import dev.safelight.ingest.upload.Ledger;
import dev.safelight.ingest.upload.Reservation;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger, in MongoDB. */
@Component
class MongoLedger implements Ledger {

  @Override
  public Mono<Reservation> reserve(UUID imageId, String owner, String sha256, long bytes) {
    return Mono.just(new Reservation.Granted());
  }

  @Override
  public Mono<Void> release(UUID imageId) {
    return Mono.empty();
  }

  @Override
  public Mono<UUID> duplicateOf(String owner, String sha256) {
    return Mono.empty();
  }
}
