package dev.safelight.metadata.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AccessRecorderTest {

  private final Written log = new Written();
  private final AccessRecorder recorder = new AccessRecorder(log, 2500);

  @Test
  void whatWaitsIsWrittenTogether() {
    for (int i = 0; i < 2500; i++) {
      recorder.record(entry());
    }
    recorder.flush().block();

    assertThat(log.entries).hasSize(2500);
    assertThat(log.writes).hasValue(3);
  }

  @Test
  void whatCanNotBeWrittenWaitsOn() {
    recorder.record(entry());
    log.away = true;
    StepVerifier.create(recorder.flush()).verifyError();
    log.away = false;
    recorder.flush().block();

    assertThat(log.entries).hasSize(1);
    assertThat(recorder.lost()).isZero();
  }

  @Test
  void memoryIsBoundedAndWhatIsLostIsCounted() {
    for (int i = 0; i < 2600; i++) {
      recorder.record(entry());
    }
    recorder.flush().block();

    assertThat(log.entries).hasSize(2500);
    assertThat(recorder.lost()).isEqualTo(100);
  }

  @Test
  void outageDoesNotEndTheWriting() {
    log.away = true;
    recorder.record(entry());
    var writing = recorder.start(Duration.ofMillis(10));
    try {
      Awaitility.await().until(() -> log.writes.get() > 2);
      log.away = false;
      Awaitility.await().until(() -> log.entries.size() == 1);
    } finally {
      writing.dispose();
    }
  }

  @Test
  void whatIsBeingWrittenWhenTheServiceEndsIsWrittenAgain() {
    recorder.record(entry());
    log.hanging = true;
    recorder.flush().subscribe().dispose();
    log.hanging = false;
    recorder.flush().block();

    assertThat(log.entries).hasSize(1);
  }

  private static Access entry() {
    return new Access(
        UUID.randomUUID(),
        Instant.EPOCH,
        new Access.Picture(UUID.randomUUID(), "owner", "large"),
        Access.Action.OPENED,
        "user",
        null,
        null,
        "198.51.100.0/24");
  }

  private static class Written implements AccessLog {

    private final List<Access> entries = new CopyOnWriteArrayList<>();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean hanging;

    @Override
    public Mono<Void> record(List<Access> batch) {
      writes.incrementAndGet();
      if (hanging) {
        return Mono.never();
      }
      return away
          ? Mono.error(new IllegalStateException("away"))
          : Mono.fromRunnable(() -> entries.addAll(batch));
    }

    @Override
    public Flux<Access> list(UUID imageId, @Nullable Position last, int limit) {
      return Flux.empty();
    }

    @Override
    public Mono<Long> removeBefore(Instant moment) {
      return Mono.just(0L);
    }

    @Override
    public Mono<Void> eraseImage(UUID imageId) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> eraseAccount(String account, Instant until) {
      return Mono.empty();
    }
  }
}
