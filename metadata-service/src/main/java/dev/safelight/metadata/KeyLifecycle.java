package dev.safelight.metadata;

import dev.safelight.metadata.signing.KeyKeeper;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Has the keys before the first request comes. While MongoDB is away the service starts all the
 * same, and what needs a key is 503 until it is back.
 */
class KeyLifecycle implements SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final KeyKeeper keeper;
  private final boolean needed;
  private final Disposable.Swap keeping = Disposables.swap();
  private volatile boolean running;

  KeyLifecycle(KeyKeeper keeper, boolean needed) {
    this.keeper = keeper;
    this.needed = needed;
  }

  @Override
  public void start() {
    running = true;
    if (needed) {
      var ready = keeper.ready().cache();
      keeping.update(Disposables.composite(ready.subscribe(), keeper.start()));
      ready.timeout(PATIENCE).onErrorComplete().toFuture().join();
    }
  }

  @Override
  public void stop() {
    running = false;
    keeping.update(Disposables.disposed());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server. */
  @Override
  public int getPhase() {
    return 0;
  }
}
