package dev.safelight.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

class WhileRunningTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void whatIsLeftIsDoneOnceItIsNoMoreUnderWay() {
    var running = running(Mono.fromRunnable(() -> done.add("left over")));
    running.start();
    assertThat(running.isRunning()).isTrue();
    running.stop(() -> done.add("stopped"));

    assertThat(done).containsExactly("begun", "ended", "left over", "stopped");
    assertThat(running.isRunning()).isFalse();
  }

  @Test
  void whatFailsIsLeftOff() {
    var running = running(Mono.error(new IllegalStateException("away")));
    running.start();
    running.stop(() -> done.add("stopped"));

    assertThat(done).containsExactly("begun", "ended", "stopped");
  }

  @Test
  void itBeginsBeforeTheWebServerAndEndsAfterIt() {
    assertThat(running(Mono.empty()).getPhase())
        .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
  }

  private WhileRunning running(Mono<Void> end) {
    return new WhileRunning(
        () -> {
          done.add("begun");
          return Disposables.composite(() -> done.add("ended"));
        },
        end);
  }
}
