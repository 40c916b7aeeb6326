package dev.safelight.metadata.catalog;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Changes what there is, and looks again where somebody else was faster. */
public class ImageEdits {

  private static final Retry LOOK_AGAIN =
      Retry.backoff(50, Duration.ofMillis(5))
          .maxBackoff(Duration.ofMillis(200))
          .filter(LostRace.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> new ImageChangedException());

  private final Catalog catalog;
  private final Runnable announcing;

  /**
   * Composes the service.
   *
   * @param announcing called when something new is in the outbox; must not block
   */
  public ImageEdits(Catalog catalog, Runnable announcing) {
    this.catalog = catalog;
    this.announcing = announcing;
  }

  /**
   * Makes a change.
   *
   * @param decide what to change of an image as it is; empty for nothing. Called again with what
   *     somebody else made of it meanwhile
   * @return the image as it is then; empty if there is none
   */
  public Mono<ImageRecord> edit(UUID id, Function<ImageRecord, Mono<ImageChange>> decide) {
    return Mono.defer(() -> attempt(id, decide)).retryWhen(LOOK_AGAIN);
  }

  /** As {@link #edit}; an image that was purged is as one that never was. */
  public Mono<ImageRecord> editIfThere(UUID id, Function<ImageRecord, Mono<ImageChange>> decide) {
    return edit(id, decide).onErrorResume(ImagePurgedException.class, gone -> Mono.empty());
  }

  private Mono<ImageRecord> attempt(UUID id, Function<ImageRecord, Mono<ImageChange>> decide) {
    return catalog
        .find(id)
        .flatMap(
            image ->
                decide
                    .apply(image)
                    .flatMap(this::committed)
                    .flatMap(done -> catalog.find(id))
                    .defaultIfEmpty(image));
  }

  private Mono<ImageChange> committed(ImageChange change) {
    return catalog
        .commit(change)
        .flatMap(done -> done ? Mono.just(change) : Mono.error(new LostRace()))
        .doOnNext(done -> announcing.run());
  }

  private static final class LostRace extends RuntimeException {

    LostRace() {
      super("Somebody else was faster", null, false, false);
    }
  }
}
