package dev.safelight.metadata.replay;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageRejectedException;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sends images through the pipeline once more. */
public class ReplayService {

  private final CatalogService images;
  private final Originals originals;
  private final Pipeline pipeline;
  private final AuditLog audit;
  private final Clock clock;

  /** Composes the service. */
  public ReplayService(
      CatalogService images, Originals originals, Pipeline pipeline, AuditLog audit, Clock clock) {
    this.images = images;
    this.originals = originals;
    this.pipeline = pipeline;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sends an image to the scanner, and what comes of that is told as ever. Fails with {@link
   * dev.safelight.metadata.catalog.ImageNotFoundException} if it is not there for the viewer, with
   * {@link dev.safelight.metadata.catalog.ForbiddenException} if they are no administrator, with
   * {@link ImageRejectedException} if the pipeline rejected it, which is final, and with {@link
   * OriginalGoneException} if its original is not kept, and with {@link RequestUnknownException} if
   * its record does not say what to make of it.
   *
   * @return empty once the broker has it
   */
  public Mono<Void> replay(UUID id, Viewer viewer, Purpose purpose) {
    return images
        .get(id, viewer, Duration.ZERO)
        .map(image -> image.requiring(ImageAction.REPLAY, viewer))
        .flatMap(this::replayable)
        .map(image -> new Replay(UUID.randomUUID(), image, purpose, now()))
        .flatMap(replay -> noted(replay, viewer).then(Mono.defer(() -> pipeline.send(replay))));
  }

  private Mono<ImageRecord> replayable(ImageRecord image) {
    if (image.state().pipeline() == ImageStatus.REJECTED) {
      return Mono.error(
          () -> new ImageRejectedException(Objects.requireNonNull(image.rejection())));
    }
    if (image.upload().request() == null) {
      return Mono.error(RequestUnknownException::new);
    }
    return originals
        .isKept(image.id())
        .filter(kept -> kept)
        .switchIfEmpty(Mono.error(OriginalGoneException::new))
        .thenReturn(image);
  }

  private Mono<Void> noted(Replay replay, Viewer viewer) {
    return audit.record(
        new AuditEntry(
            replay.id(),
            replay.at(),
            Objects.requireNonNull(viewer.subject()),
            replay.purpose().action(),
            replay.image().id().toString(),
            ""));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
