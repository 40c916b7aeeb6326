package dev.safelight.metadata.rebuild;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.Projection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes the whole catalog anew in an empty place. One that was cut off is not gone on with: it is
 * begun again, in another empty place.
 */
public class Rebuild {

  /** Parts that are read at the same time, and subjects of a part that are written at once. */
  private static final int PARTS = 6;

  private static final int SUBJECTS = 32;

  private static final Retry WHILE_AWAY =
      Retry.backoff(20, Duration.ofMillis(500))
          .maxBackoff(Duration.ofSeconds(15))
          .filter(CatalogUnavailableException.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> last.failure());

  private final History history;
  private final Projection projection;
  private final EmptyCatalog catalog;
  private final AuditLog audit;
  private final Terms terms;

  /**
   * How it is done.
   *
   * @param margin how much higher versions are to be than the topics tell, for what was done and
   *     never told
   * @param clock tells when it was done
   */
  public record Terms(long margin, Clock clock) {}

  /** Composes it. */
  public Rebuild(
      History history, Projection projection, EmptyCatalog catalog, AuditLog audit, Terms terms) {
    this.history = history;
    this.projection = projection;
    this.catalog = catalog;
    this.audit = audit;
    this.terms = terms;
  }

  /**
   * Does it all. Fails with {@link RebuildRefusedException} where there is something already.
   *
   * @return how many facts it read
   */
  public Mono<Long> run() {
    return catalog
        .isEmpty()
        .filter(empty -> empty)
        .switchIfEmpty(
            Mono.error(
                () ->
                    new RebuildRefusedException(
                        "There are images or items in this database; name an empty one")))
        .then(Mono.defer(history::open))
        .flatMap(this::rebuild);
  }

  private Mono<Long> rebuild(History.Reading reading) {
    var progress = new Progress();
    return Flux.fromArray(Chapter.values())
        .concatMap(chapter -> read(chapter, reading, progress))
        .then(Mono.defer(() -> catalog.finish(reading.forgotten() + terms.margin())))
        .then(Mono.defer(() -> audit.record(entry(progress.facts()))))
        .then(Mono.defer(reading::handOver))
        .then(Mono.fromSupplier(progress::facts));
  }

  /** Whoever may start it is known to the machine, and not to us. */
  private AuditEntry entry(long facts) {
    var now = Instant.ofEpochMilli(terms.clock().millis());
    return new AuditEntry(
        UUID.randomUUID(), now, "", "catalog.rebuilt", "catalog", facts + " facts");
  }

  private Mono<Void> read(Chapter chapter, History.Reading reading, Progress progress) {
    return Flux.fromIterable(reading.parts(chapter))
        .flatMap(part -> part.concatMap(facts -> apply(facts, progress), 1), PARTS)
        .then()
        .doOnSubscribe(subscribed -> progress.begin(chapter));
  }

  /** Facts of one subject one after the other, as each part of the history has them in order. */
  private Mono<Void> apply(List<Fact> facts, Progress progress) {
    var bySubject = facts.stream().collect(groupingBy(Fact::subject, LinkedHashMap::new, toList()));
    return Flux.fromIterable(bySubject.values())
        .flatMap(ofOne -> Flux.fromIterable(ofOne).concatMap(this::apply), SUBJECTS)
        .then()
        .doOnSuccess(applied -> progress.add(facts.size()));
  }

  private Mono<Void> apply(Fact fact) {
    var applied =
        switch (fact) {
          case Fact.Said said -> projection.apply(said.event());
          case Fact.Done done -> catalog.apply(done.change());
          case Fact.Itemized itemized -> catalog.apply(itemized.item());
        };
    return applied.retryWhen(WHILE_AWAY);
  }
}
