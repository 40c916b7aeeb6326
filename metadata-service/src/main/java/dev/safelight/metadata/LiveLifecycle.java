package dev.safelight.metadata;

import dev.safelight.metadata.live.LiveService;
import org.springframework.context.SmartLifecycle;

/** Ends the streams before the server waits for its open answers, which would not end. */
class LiveLifecycle implements SmartLifecycle {

  private final LiveService live;
  private volatile boolean running;

  LiveLifecycle(LiveService live) {
    this.live = live;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    live.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
