package dev.safelight.metadata.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Answers what people ask about images, each by the record it touches, and deletes. */
public class CatalogService {

  /** Somebody who does not mind what the image is like need not hear of others' changes. */
  private static final Retry LOOK_AGAIN =
      Retry.max(10)
          .filter(ImageChangedException.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> last.failure());

  private final Catalog catalog;
  private final Runnable announcing;
  private final CatalogSettings settings;
  private final Clock clock;
  private final Patience patience;

  /**
   * Composes the service.
   *
   * @param announcing called when something new is in the outbox; must not block
   */
  public CatalogService(
      Catalog catalog, Runnable announcing, CatalogSettings settings, Clock clock) {
    this.catalog = catalog;
    this.announcing = announcing;
    this.settings = settings;
    this.clock = clock;
    this.patience = new Patience(settings.firstPause(), settings.longestPause());
  }

  /**
   * The record of an image. One that was uploaded a moment ago is looked for until its event has
   * arrived. Fails with {@link ImageNotFoundException} if it is unknown or not for the viewer.
   *
   * @param wait how long to wait for the pipeline to be done with it; then answers what it is
   */
  public Mono<ImageRecord> get(UUID id, Viewer viewer, Duration wait) {
    var look = catalog.find(id).filter(image -> image.grants(ImageAction.READ, viewer));
    return Mono.defer(() -> patience.until(look, image -> true, arrival(id, viewer, wait)))
        .elapsed()
        .flatMap(seen -> settled(seen.getT2(), look, wait.minusMillis(seen.getT1())))
        .switchIfEmpty(Mono.error(ImageNotFoundException::new));
  }

  /**
   * Deletes an image so that it can be restored for a while. Fails with {@link
   * ImageNotFoundException} if it is unknown, not for the viewer, or deleted already, and with
   * {@link ForbiddenException} if the viewer may only look at it.
   */
  public Mono<Void> delete(UUID id, Viewer viewer) {
    return get(id, viewer, Duration.ZERO)
        .map(image -> image.requiring(ImageAction.DELETE, viewer))
        .map(image -> deletion(image, viewer))
        .flatMap(this::committed)
        .retryWhen(LOOK_AGAIN)
        .doOnNext(change -> announcing.run())
        .then();
  }

  /**
   * The record of an image, for whoever holds a signed address of a picture of it. Fails with
   * {@link ImageNotFoundException} if that counts no more.
   */
  public Mono<ImageRecord> get(UUID id, Pass pass) {
    return catalog
        .find(id)
        .map(image -> image.requiringView(pass))
        .switchIfEmpty(Mono.error(ImageNotFoundException::new));
  }

  private Mono<ImageRecord> settled(ImageRecord image, Mono<ImageRecord> look, Duration wait) {
    return image.isSettled()
        ? Mono.just(image)
        : patience.until(look, ImageRecord::isSettled, wait);
  }

  /**
   * How long to look for an image that can't be seen. The same whether it is unknown or hidden, so
   * that the time taken tells nothing; none for strangers, who can't have uploaded it.
   */
  private Duration arrival(UUID id, Viewer viewer, Duration wait) {
    if (viewer.subject() == null || !isRecent(id)) {
      return Duration.ZERO;
    }
    return wait.compareTo(settings.settle()) > 0 ? wait : settings.settle();
  }

  /** Near the present on either side, as the clock that made the id may be ahead of ours. */
  private boolean isRecent(UUID id) {
    return ImageIds.madeAt(id)
        .map(made -> Duration.between(made, clock.instant()).abs())
        .filter(age -> age.compareTo(settings.recent()) <= 0)
        .isPresent();
  }

  private ImageChange deletion(ImageRecord image, Viewer viewer) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new ImageChange.Deleted(
        image.changedBy(viewer.subject(), now),
        image.upload().original().size(),
        now.plus(settings.restorable()));
  }

  private Mono<ImageChange> committed(ImageChange change) {
    return catalog
        .commit(change)
        .flatMap(done -> done ? Mono.just(change) : Mono.error(new ImageChangedException()));
  }
}
