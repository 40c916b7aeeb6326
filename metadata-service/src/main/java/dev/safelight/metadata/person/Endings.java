package dev.safelight.metadata.person;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImageRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Mono;

/** Deletes images so that they can't be restored: whoever purges finds them due at once. */
public class Endings implements Purges {

  private final ImageEdits edits;
  private final Clock clock;

  /** Deletes by {@code edits}. */
  public Endings(ImageEdits edits, Clock clock) {
    this.edits = edits;
    this.clock = clock;
  }

  @Override
  public Mono<Void> request(ImageRecord image) {
    return edits
        .edit(image.id(), there -> Mono.just(there).filter(this::isRestorable).map(this::ended))
        .then();
  }

  private boolean isRestorable(ImageRecord image) {
    var deletion = image.state().deletion();
    return deletion == null || deletion.restorableUntil().isAfter(clock.instant());
  }

  /** Not before what happened before, whichever clock that went by; and on nobody's account. */
  private ImageChange ended(ImageRecord image) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var at = later(now, image.history().updatedAt());
    return new ImageChange.Deleted(image.changedBy(null, at), image.upload().original().size(), at);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
