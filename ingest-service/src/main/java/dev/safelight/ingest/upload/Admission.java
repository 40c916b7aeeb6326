package dev.safelight.ingest.upload;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Judges a file by its bytes and by what its item demands. In two steps, because an item may not be
 * known here yet: what can be told at once is told before anything is reserved, and a missing item
 * is waited for afterwards.
 */
class Admission {

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final int MOST_DOUBLINGS = 3;

  private final ImageInspector inspector;
  private final Items items;
  private final Duration settle;

  Admission(AdmissionRules rules, Items items) {
    this.inspector = new ImageInspector(rules);
    this.items = items;
    this.settle = rules.settle();
  }

  /** Judges by what is known now; an item that is not known demands nothing yet. */
  Mono<Inspection> inspect(Submission submission) {
    return item(submission)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(item -> inspect(submission.file(), item.orElse(null)));
  }

  /** Judges what {@link #inspect} could not: whether the item is there after all. */
  Mono<Optional<Refusal>> objection(Submission submission, Inspection.Passed passed) {
    var itemId = submission.fields().itemId();
    if (itemId == null || passed.item() != null) {
      return Mono.just(Optional.empty());
    }
    return patiently(item(submission))
        .flatMap(item -> inspect(submission.file(), item))
        .map(Admission::refusal)
        .defaultIfEmpty(Optional.of(new Refusal.UnknownItem(itemId)));
  }

  /** The item the image is for, if it takes images from this uploader. */
  private Mono<Item> item(Submission submission) {
    var itemId = submission.fields().itemId();
    return itemId == null
        ? Mono.empty()
        : items.find(itemId).filter(item -> item.takesFrom(submission.uploader()));
  }

  private Mono<Inspection> inspect(SpooledFile file, @Nullable Item item) {
    return Mono.fromCallable(() -> inspector.inspect(file, item))
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Items that are not theirs are waited for as well, so that the time taken tells nothing. */
  private Mono<Item> patiently(Mono<Item> look) {
    return look.repeatWhenEmpty(
        looks ->
            looks
                .concatMap(count -> Mono.delay(pauseAfter(count)))
                .takeUntilOther(Mono.delay(settle)));
  }

  private static Duration pauseAfter(long looks) {
    return Duration.ofMillis(FIRST_PAUSE_MILLIS << Math.min(looks, MOST_DOUBLINGS));
  }

  private static Optional<Refusal> refusal(Inspection inspection) {
    return switch (inspection) {
      case Inspection.Passed passed -> Optional.empty();
      case Inspection.Failed(var refusal) -> Optional.of(refusal);
    };
  }
}
