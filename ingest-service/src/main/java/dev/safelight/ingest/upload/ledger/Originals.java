package dev.safelight.ingest.upload.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** What is in quarantine, by age. */
@FunctionalInterface
public interface Originals {

  /** The images whose originals were stored before then, a page at a time. */
  Flux<List<UUID>> storedBefore(Instant then);
}
