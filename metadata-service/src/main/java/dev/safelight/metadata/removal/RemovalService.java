package dev.safelight.metadata.removal;

import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChangedException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Undoes deletions, and deletes for good. */
public class RemovalService {

  private static final System.Logger LOG = System.getLogger(RemovalService.class.getName());

  /** Somebody who does not mind what the image is like need not hear of others' changes. */
  private static final Retry LOOK_AGAIN =
      Retry.max(10)
          .filter(ImageChangedException.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> last.failure());

  private final CatalogService images;
  private final Catalog catalog;
  private final Runnable announcing;
  private final Purger purger;
  private final Duration patience;
  private final Clock clock;

  /**
   * Composes the service.
   *
   * @param announcing called when something new is in the outbox; must not block
   * @param patience how long to wait for the bytes of an image to be gone
   */
  public RemovalService(
      CatalogService images,
      Catalog catalog,
      Runnable announcing,
      Purger purger,
      Duration patience,
      Clock clock) {
    this.images = images;
    this.catalog = catalog;
    this.announcing = announcing;
    this.purger = purger;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Brings a deleted image back; one that is not deleted stays as it is. Fails with {@link
   * dev.safelight.metadata.catalog.ImagePurgedException} once its purge has begun.
   *
   * @return the image as it is then
   */
  public Mono<ImageRecord> restore(UUID id, Viewer viewer) {
    return images
        .get(id, viewer, Duration.ZERO)
        .map(image -> image.requiring(ImageAction.RESTORE, viewer))
        .flatMap(image -> restored(image, viewer))
        .retryWhen(LOOK_AGAIN)
        .flatMap(image -> images.get(id, viewer, Duration.ZERO));
  }

  /**
   * Deletes an image for good. Completes once it is gone for everybody, and its bytes too if their
   * store answers in time; else they go later.
   */
  public Mono<Void> purge(UUID id, Viewer viewer) {
    return images
        .get(id, viewer, Duration.ZERO)
        .map(image -> image.requiring(ImageAction.PURGE, viewer))
        .flatMap(image -> committed(end(image, viewer)))
        .retryWhen(LOOK_AGAIN)
        .then(Mono.defer(() -> bytesRemoved(id)));
  }

  private Mono<ImageRecord> restored(ImageRecord image, Viewer viewer) {
    var deletion = image.state().deletion();
    if (deletion == null) {
      return Mono.just(image);
    }
    // What came back at the instant of its deletion counts as deleted for those who hear of both.
    var at = later(now(), deletion.at().plusMillis(1));
    var size = image.upload().original().size();
    var change = new ImageChange.Restored(image.changedBy(viewer.subject(), at), size);
    return committed(change).thenReturn(image);
  }

  /** Not before what happened before, whichever clock that went by. */
  private ImageChange end(ImageRecord image, Viewer viewer) {
    var at = later(now(), image.history().updatedAt());
    var size = image.upload().original().size();
    return new ImageChange.Deleted(image.changedBy(viewer.subject(), at), size, at);
  }

  private Mono<Void> committed(ImageChange change) {
    return catalog
        .commit(change)
        .flatMap(done -> done ? Mono.empty() : Mono.<Void>error(new ImageChangedException()))
        .doOnSuccess(done -> announcing.run());
  }

  private Mono<Void> bytesRemoved(UUID id) {
    return purger
        .purge(id)
        .timeout(patience)
        .doOnSuccess(done -> announcing.run())
        .onErrorResume(failure -> leftToTheJob(id, failure));
  }

  private static Mono<Void> leftToTheJob(UUID id, Throwable failure) {
    LOG.log(Level.WARNING, "The bytes of {0} are purged later: {1}", id, failure.toString());
    return Mono.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
