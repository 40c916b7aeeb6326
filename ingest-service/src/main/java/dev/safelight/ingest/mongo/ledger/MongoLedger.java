package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.upload.Ledger;
import dev.safelight.ingest.upload.Reservation;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger, in MongoDB. */
@Component
class MongoLedger implements Ledger {

  private final Uploads uploads;
  private final Digests digests;
  private final Transitions transitions;
  private final Reserving reserving;
  private final Clock clock;

  MongoLedger(
      Uploads uploads, Digests digests, Transitions transitions, Reserving reserving, Clock clock) {
    this.uploads = uploads;
    this.digests = digests;
    this.transitions = transitions;
    this.reserving = reserving;
    this.clock = clock;
  }

  @Override
  public Mono<Reservation> reserve(UUID imageId, String owner, String sha256, long bytes) {
    return Mono.defer(
        () -> reserving.reserve(imageId, new Content(owner, sha256, bytes), clock.instant()));
  }

  /** The digest first: an entry that is marked as announced is found by it. */
  @Override
  public Mono<Void> announced(UUID imageId) {
    return uploads
        .find(imageId)
        .flatMap(
            entry -> {
              var content = entry.content();
              return content == null || entry.is(Mark.ANNOUNCED)
                  ? Mono.empty()
                  : digests
                      .add(content, imageId)
                      .then(uploads.change(imageId, latest -> latest.announced(content)));
            })
        .then();
  }

  @Override
  public Mono<Void> release(UUID imageId) {
    return transitions.apply(imageId, Entry::released).then();
  }

  @Override
  public Mono<UUID> duplicateOf(String owner, String sha256) {
    return digests
        .find(owner, sha256)
        .filter(ids -> !ids.isEmpty())
        .flatMapMany(uploads::find)
        .filter(entry -> entry.is(Mark.ANNOUNCED) && entry.claim().images() > 0)
        .map(Entry::id)
        .sort()
        .next();
  }
}
