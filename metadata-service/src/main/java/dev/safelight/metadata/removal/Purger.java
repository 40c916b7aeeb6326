package dev.safelight.metadata.removal;

import dev.safelight.metadata.catalog.ImageChangedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Removes images for good: first what is kept besides the record, then the record. So a crash at
 * any step leaves a record that says what is still to be done, and doing all of it again does no
 * harm. Any number of instances may be at the same image.
 *
 * <p>What a processor writes late is found by looking again: when an event of the image arrives,
 * and once more some time after it or after the purge, for a processor that was killed.
 */
public class Purger {

  /** Each event that arrives meanwhile is a reason to start anew. */
  private static final Retry ANEW = Retry.max(10).filter(ImageChangedException.class::isInstance);

  private static final int AT_A_TIME = 4;

  private final Graveyard graveyard;
  private final List<Remains> remains;
  private final HistoryEraser history;
  private final Consumer<Removed> purged;
  private final Duration recheck;
  private final Clock clock;

  /**
   * Composes the purger.
   *
   * @param remains all that is kept of images besides their records
   * @param purged hears of each image that was purged
   * @param recheck how long after a purge to look again
   */
  public Purger(
      Graveyard graveyard,
      List<Remains> remains,
      HistoryEraser history,
      Consumer<Removed> purged,
      Duration recheck,
      Clock clock) {
    this.graveyard = graveyard;
    this.remains = List.copyOf(remains);
    this.history = history;
    this.purged = purged;
    this.recheck = recheck;
    this.clock = clock;
  }

  /** Does all that is due, then fails if anything failed. What failed stays due. */
  public Mono<Void> purgeDue() {
    return Flux.defer(() -> graveyard.due(now()))
        .flatMapDelayError(this::purge, AT_A_TIME, AT_A_TIME)
        .then();
  }

  /** Does what is due with an image, if anything is. */
  public Mono<Void> purge(UUID imageId) {
    return Mono.defer(() -> graveyard.claim(imageId, now())).flatMap(this::done).retryWhen(ANEW);
  }

  private Mono<Void> done(Task task) {
    return switch (task) {
      case Task.Purge purge -> allRemoved(purge).flatMap(removed -> buried(purge, removed));
      case Task.Look look -> allRemoved(look).flatMap(removed -> looked(look, removed));
    };
  }

  private Mono<Removed> allRemoved(Task task) {
    return Flux.fromIterable(remains)
        .concatMap(part -> part.remove(task.imageId()))
        .reduce(Removed.NOTHING, Removed::plus);
  }

  private Mono<Void> buried(Task.Purge purge, Removed removed) {
    return graveyard
        .bury(purge, removed, now().plus(recheck))
        .flatMap(done -> done ? Mono.just(removed) : Mono.error(new ImageChangedException()))
        .doOnNext(purged)
        .then();
  }

  /** What was written late was told of late, too, or will be. */
  private Mono<Void> looked(Task.Look look, Removed removed) {
    return history
        .erase(look.imageId())
        .then(Mono.defer(() -> graveyard.looked(look, removed, next(look, removed))));
  }

  /** The last look is one that follows nothing unexpected and finds nothing. */
  private @Nullable Instant next(Task.Look look, Removed removed) {
    var quiet = look.events() == 0 && !removed.isAny();
    return quiet ? null : now().plus(recheck);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
