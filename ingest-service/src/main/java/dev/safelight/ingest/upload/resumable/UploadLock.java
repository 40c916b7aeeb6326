package dev.safelight.ingest.upload.resumable;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets one request at a time work on an upload. A lock is renewed while the work goes on, and ends
 * by itself when its holder dies.
 */
class UploadLock {

  /** So that two renewals may fail before the lock is lost. */
  private static final int RENEWALS_PER_TERM = 3;

  private final OpenUploads uploads;
  private final Clock clock;
  private final Duration term;

  UploadLock(OpenUploads uploads, Clock clock, Duration term) {
    this.uploads = uploads;
    this.clock = clock;
    this.term = term;
  }

  /**
   * Does {@code work} on the upload as it is once it is locked.
   *
   * @param work takes the upload and the holder's token
   * @return what that gives, or {@link Objection.Busy} or {@link Objection.Unknown}
   */
  <T> Mono<T> holding(UUID id, BiFunction<OpenUpload, String, Mono<T>> work) {
    return Mono.defer(
        () -> {
          var token = UUID.randomUUID().toString();
          var now = clock.instant();
          return uploads
              .lock(id, token, now, now.plus(term))
              .switchIfEmpty(Mono.defer(() -> notLocked(id)))
              .flatMap(
                  upload ->
                      Mono.usingWhen(
                          Mono.just(upload),
                          held -> whileHeld(held, token, work.apply(held, token)),
                          held -> unlocked(id, token)));
        });
  }

  private Mono<OpenUpload> notLocked(UUID id) {
    return uploads
        .find(id)
        .map(there -> (Objection) new Objection.Busy(term))
        .defaultIfEmpty(new Objection.Unknown())
        .flatMap(objection -> Mono.error(new ObjectionException(objection)));
  }

  private <T> Mono<T> whileHeld(OpenUpload upload, String token, Mono<T> work) {
    var lost =
        Flux.interval(term.dividedBy(RENEWALS_PER_TERM))
            .onBackpressureDrop()
            .concatMap(tick -> stillHeld(upload.id(), token), 1)
            .filter(held -> !held)
            .flatMap(gone -> Mono.<T>error(new ObjectionException(new Objection.Busy(term))));
    return Mono.firstWithSignal(work, lost.next());
  }

  /** A database that is away for a moment is no reason to stop: the offset moves by comparison. */
  private Mono<Boolean> stillHeld(UUID id, String token) {
    return Mono.defer(() -> uploads.renew(id, token, clock.instant().plus(term)))
        .onErrorReturn(true);
  }

  /** One that can't be given back now ends by itself. */
  private Mono<Void> unlocked(UUID id, String token) {
    return uploads.unlock(id, token).onErrorComplete();
  }
}
