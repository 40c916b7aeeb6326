package dev.safelight.metadata.person;

import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.signing.Purpose;
import dev.safelight.metadata.signing.Signatures;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Erases, from the first step to the last and from the first again until all of them are done: each
 * does no harm when it is repeated, so a crash between any two is made up by the next round.
 */
public class ErasureJob {

  private static final System.Logger LOG = System.getLogger(ErasureJob.class.getName());

  private final Erasures erasures;
  private final Emptying emptying;
  private final List<Traces> traces;
  private final Announcer<Erasure> announcer;
  private final Signatures signatures;
  private final Clock clock;

  /** Composes the job. */
  public ErasureJob(
      Erasures erasures,
      Emptying emptying,
      List<Traces> traces,
      Announcer<Erasure> announcer,
      Signatures signatures,
      Clock clock) {
    this.erasures = erasures;
    this.emptying = emptying;
    this.traces = List.copyOf(traces);
    this.announcer = announcer;
    this.signatures = signatures;
    this.clock = clock;
  }

  /** Brings each erasure that is in progress as far as it gets. */
  public Mono<Void> advance() {
    return erasures
        .inProgress()
        .concatMap(
            erasure -> advance(erasure).onErrorResume(failure -> leftForLater(erasure, failure)))
        .then();
  }

  /**
   * Erases what turns up late of accounts that were erased, such as events that were on their way;
   * then forgets the account itself.
   *
   * @param time how long after the erasure something may still turn up
   */
  public Mono<Void> watch(Duration time) {
    return erasures
        .watched()
        .concatMap(
            erasure ->
                watch(erasure, time).onErrorResume(failure -> leftForLater(erasure, failure)))
        .then();
  }

  private Mono<Void> advance(Erasure erasure) {
    var account = erasure.account();
    if (account == null) {
      return Mono.empty();
    }
    Emptying.Notebook notebook = piece -> erasures.note(erasure.id(), piece);
    return emptying
        .images(account, notebook)
        .then(Mono.defer(() -> emptying.items(account, notebook)))
        .then(Mono.defer(() -> emptying.shares(account)))
        .then(Mono.defer(() -> emptying.isDone(account)))
        .filter(done -> done)
        .flatMap(done -> conclude(erasure, account));
  }

  /** It is complete only when everybody can hear of it. */
  private Mono<Void> conclude(Erasure erasure, String account) {
    return forget(account, clock.instant())
        .then(Mono.defer(() -> announcer.announce(erasure)))
        .then(Mono.defer(() -> erasures.tally(erasure.id())))
        .map(tally -> completion(erasure, tally))
        .flatMap(completion -> erasures.complete(erasure.id(), completion));
  }

  private Erasure.Completion completion(Erasure erasure, Tally tally) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var receipt = new Receipt(erasure.id(), erasure.askedAt(), now, tally);
    return new Erasure.Completion(now, tally, signatures.sign(Purpose.RECEIPT, receipt.text()));
  }

  private Mono<Void> watch(Erasure erasure, Duration time) {
    var account = erasure.account();
    var completion = erasure.completion();
    if (account == null || completion == null) {
      return Mono.empty();
    }
    var over = completion.at().plus(time).isBefore(clock.instant());
    return emptying
        .imagesOf(account, completion.at())
        .then(Mono.defer(() -> forget(account, completion.at())))
        .then(Mono.defer(() -> over ? erasures.forgetAccount(erasure.id()) : Mono.empty()));
  }

  private Mono<Void> forget(String account, Instant until) {
    return Flux.fromIterable(traces).concatMap(trace -> trace.forget(account, until)).then();
  }

  private static Mono<Void> leftForLater(Erasure erasure, Throwable failure) {
    LOG.log(Level.WARNING, "Erasure " + erasure.id() + " goes on in the next round", failure);
    return Mono.empty();
  }
}
