package dev.safelight.metadata;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Goes on for as long as the service runs: it begins before the web server does, for the first
 * request, and ends after it, for what the last request left.
 */
class WhileRunning implements SmartLifecycle {

  /** Nobody has to wait long for a database that is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<Disposable> beginning;
  private final Mono<Void> end;
  private final Disposable.Swap underWay = Disposables.swap();
  private volatile boolean running;

  /**
   * Composes it.
   *
   * @param beginning begins, and answers what ends it
   * @param end what is left to do once it was ended; left off when it fails or takes long
   */
  WhileRunning(Supplier<Disposable> beginning, Mono<Void> end) {
    this.beginning = beginning;
    this.end = end;
  }

  @Override
  public void start() {
    running = true;
    underWay.update(beginning.get());
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public void stop(Runnable stopped) {
    running = false;
    underWay.update(Disposables.disposed());
    end.timeout(PATIENCE).onErrorComplete().doFinally(signal -> stopped.run()).subscribe();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Far below that of the web server. */
  @Override
  public int getPhase() {
    return 0;
  }
}
