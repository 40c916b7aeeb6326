package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadService;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.idempotency.Claim;
import dev.safelight.ingest.upload.idempotency.IdempotencyKeys;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import dev.safelight.ingest.upload.idempotency.KeyedRequest;
import dev.safelight.ingest.upload.idempotency.SeededIds;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.Problems;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does requests with an {@code Idempotency-Key} once. Who sends one again gets the answer again;
 * where the answer was lost on the way, or its instance died, another attempt makes the same things
 * under the same ids. A request that fails frees its key.
 */
@Component
class IdempotentRequests {

  private static final Logger log = LoggerFactory.getLogger(IdempotentRequests.class);

  /** How often an attempt says that it is at work before its lease would end. */
  private static final int RENEWALS = 3;

  private final IdempotencyKeys keys;
  private final IdempotencyTerms terms;
  private final AnswerStorage answers;
  private final UploadService uploads;

  IdempotentRequests(
      IdempotencyKeys keys, IdempotencyTerms terms, AnswerStorage answers, UploadService uploads) {
    this.keys = keys;
    this.terms = terms;
    this.answers = answers;
    this.uploads = uploads;
  }

  /**
   * Does a request, or answers it as before.
   *
   * @param key the caller's, if there is one; without one the request is just done
   * @param fingerprint tells this request from others under the same key
   * @param work does it, and takes the ids of all that it makes from what it is given
   */
  Mono<ResponseEntity<Object>> once(
      Caller caller,
      Optional<String> key,
      Supplier<Fingerprint> fingerprint,
      Function<Supplier<UUID>, Mono<ResponseEntity<Object>>> work) {
    if (key.isEmpty()) {
      return work.apply(uploads::newId);
    }
    var request = new KeyedRequest(caller.subject(), key.get(), fingerprint.get().done());
    return keys.claim(request, uploads.newId())
        .onErrorMap(UploadUnavailableException.class, away -> Problems.unavailable())
        .flatMap(
            claim ->
                switch (claim) {
                  case Claim.Granted granted -> done(granted, work);
                  case Claim.Answered(var answer) -> Mono.just(answers.replayed(answer));
                  case Claim.InProgress() -> Mono.error(UploadProblems.keyInProgress());
                  case Claim.Reused() -> Mono.error(UploadProblems.keyReused());
                });
  }

  private Mono<ResponseEntity<Object>> done(
      Claim.Granted claim, Function<Supplier<UUID>, Mono<ResponseEntity<Object>>> work) {
    return Mono.firstWithSignal(
            Mono.defer(() -> work.apply(new SeededIds(claim.seed()))), renewals(claim))
        .flatMap(answer -> remembered(claim, answer))
        .onErrorResume(failure -> released(claim).then(Mono.error(failure)))
        .doOnCancel(() -> released(claim).subscribe());
  }

  /** Goes on until it is cancelled. */
  private <T> Mono<T> renewals(Claim.Granted claim) {
    return Flux.interval(terms.lease().dividedBy(RENEWALS))
        .onBackpressureDrop()
        .concatMap(tick -> unlessAway(keys.renew(claim)))
        .then(Mono.never());
  }

  /** What was made is not lost where it can't be remembered: another attempt makes it again. */
  private Mono<ResponseEntity<Object>> remembered(
      Claim.Granted claim, ResponseEntity<Object> answer) {
    var plain = answers.plain(answer);
    return unlessAway(keys.answer(claim, answers.stored(plain))).thenReturn(plain);
  }

  private Mono<Void> released(Claim.Granted claim) {
    return unlessAway(keys.release(claim));
  }

  private static Mono<Void> unlessAway(Mono<Void> step) {
    return step.onErrorResume(
        failure -> {
          log.warn("A key could not be updated; its lease will end: {}", failure.toString());
          return Mono.empty();
        });
  }
}
