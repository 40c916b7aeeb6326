package dev.safelight.ingest.upload.resumable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.OpenUpload.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** One request at a time, for as long as it takes. */
class UploadLockTest {

  private static final OpenUpload UPLOAD =
      OpenUpload.begun(
          UUID.randomUUID(),
          new Uploader("user-1", false),
          new AnnouncedFile(new FileClaim(null, null), 1, null, Map.of(), OnDuplicate.KEEP),
          Instant.MAX);

  private final Locks locks = new Locks();
  private final UploadLock lock = new UploadLock(locks, Clock.systemUTC(), Duration.ofSeconds(15));

  @Test
  void isRenewedWhileTheWorkGoesOnAndGivenBackAfterIt() {
    StepVerifier.withVirtualTime(() -> holding(Mono.delay(Duration.ofSeconds(31))))
        .thenAwait(Duration.ofSeconds(31))
        .expectNextCount(1)
        .verifyComplete();

    assertThat(locks.calls)
        .containsExactly("lock", "renew", "renew", "renew", "renew", "renew", "renew", "unlock");
  }

  @Test
  void workEndsWhenTheLockIsLost() {
    locks.renewal = Mono.just(false);
    var cancelled = new AtomicBoolean();

    StepVerifier.withVirtualTime(() -> holding(Mono.never().doOnCancel(() -> cancelled.set(true))))
        .thenAwait(Duration.ofSeconds(5))
        .verifyErrorSatisfies(
            failure ->
                assertThat(((ObjectionException) failure).objection())
                    .isEqualTo(new Objection.Busy(Duration.ofSeconds(15))));

    assertThat(cancelled).isTrue();
  }

  @Test
  void anOutageInBetweenDoesNotEndTheWork() {
    locks.renewal = Mono.error(new UploadUnavailableException("away", new IOException()));

    StepVerifier.withVirtualTime(() -> holding(Mono.delay(Duration.ofSeconds(8))))
        .thenAwait(Duration.ofSeconds(8))
        .expectNextCount(1)
        .verifyComplete();
  }

  @Test
  void whatIsLockedOrGoneIsToldApart() {
    locks.free = false;
    StepVerifier.create(holding(Mono.just(1)))
        .verifyErrorSatisfies(
            failure ->
                assertThat(((ObjectionException) failure).objection())
                    .isInstanceOf(Objection.Busy.class));
    locks.there = false;
    StepVerifier.create(holding(Mono.just(1)))
        .verifyErrorSatisfies(
            failure ->
                assertThat(((ObjectionException) failure).objection())
                    .isInstanceOf(Objection.Unknown.class));
  }

  private <T> Mono<T> holding(Mono<T> work) {
    return lock.holding(UPLOAD.id(), (upload, token) -> work);
  }

  /** Notes what is done with the lock. */
  private static final class Locks implements OpenUploads {

    final List<String> calls = new ArrayList<>();
    Mono<Boolean> renewal = Mono.just(true);
    boolean free = true;
    boolean there = true;

    @Override
    public Mono<OpenUpload> lock(UUID id, String token, Instant now, Instant until) {
      calls.add("lock");
      return free ? Mono.just(UPLOAD) : Mono.empty();
    }

    @Override
    public Mono<Boolean> renew(UUID id, String token, Instant until) {
      calls.add("renew");
      return renewal;
    }

    @Override
    public Mono<Void> unlock(UUID id, String token) {
      calls.add("unlock");
      return Mono.empty();
    }

    @Override
    public Mono<OpenUpload> find(UUID id) {
      return there ? Mono.just(UPLOAD) : Mono.empty();
    }

    @Override
    public Mono<Void> add(OpenUpload upload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Long> countOpen(String owner, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> append(UUID id, String token, long offset, Part part) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> complete(UUID id, Completion completion) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> remove(UUID id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Flux<UUID> expired(Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Flux<UUID> of(String owner) {
      throw new UnsupportedOperationException();
    }
  }
}
