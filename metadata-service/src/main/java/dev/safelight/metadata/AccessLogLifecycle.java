package dev.safelight.metadata;

import dev.safelight.metadata.accesslog.AccessRecorder;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Writes the access log while the service runs, and what is left of it when it ends. */
class AccessLogLifecycle implements SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AccessRecorder recorder;
  private final Duration pause;
  private final Disposable.Swap writing = Disposables.swap();
  private volatile boolean running;

  AccessLogLifecycle(AccessRecorder recorder, Duration pause) {
    this.recorder = recorder;
    this.pause = pause;
  }

  @Override
  public void start() {
    running = true;
    writing.update(recorder.start(pause));
  }

  @Override
  public void stop() {
    running = false;
    writing.update(Disposables.disposed());
    recorder.flush().timeout(PATIENCE).onErrorComplete().toFuture().join();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Ends after the web server. */
  @Override
  public int getPhase() {
    return 0;
  }
}
