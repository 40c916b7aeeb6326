package dev.safelight.metadata;

import dev.safelight.metadata.outbox.OutboxRelay;
import dev.safelight.metadata.outbox.Turn;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Relays for as long as the service runs, then gives others their turn. */
class RunningRelay implements SmartLifecycle {

  /** The turn ends by itself, so nobody has to wait long for a database that is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Stops after the web server, so that what it changed last is told by this instance, too. */
  private static final int PHASE = DEFAULT_PHASE - 4096;

  private final OutboxRelay<?> relay;
  private final Turn turn;
  private final OutboxRelay.Pace pace;
  private final Disposable.Swap running = Disposables.swap();
  private volatile boolean started;

  RunningRelay(OutboxRelay<?> relay, Turn turn, OutboxRelay.Pace pace) {
    this.relay = relay;
    this.turn = turn;
    this.pace = pace;
  }

  @Override
  public void start() {
    started = true;
    running.update(relay.start(turn, pace));
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public void stop(Runnable stopped) {
    started = false;
    running.update(Disposables.disposed());
    turn.giveBack().timeout(PATIENCE).onErrorComplete().doFinally(end -> stopped.run()).subscribe();
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
