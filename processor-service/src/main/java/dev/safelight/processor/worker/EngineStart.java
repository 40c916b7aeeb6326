package dev.safelight.processor.worker;

import dev.safelight.processor.process.ImageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Waits for the engine before the first event is taken, so that a service without one refuses to
 * start; the rest of the service starts meanwhile.
 */
class EngineStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EngineStart.class);

  private final ImageEngine engine;
  private final WorkerProperties settings;
  private volatile boolean running;

  EngineStart(ImageEngine engine, WorkerProperties settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /** Before the listener containers, whose phase is close to the highest. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    log.info("Developing with {}, writing {}", engine.identity(), engine.formats());
    if (engine instanceof WorkerPool pool) {
      tell(pool.ready().leak());
    } else {
      log.warn("Decoders run in this process: what an image does to them, it does to the service");
    }
    running = true;
  }

  private void tell(@Nullable String leak) {
    if (leak == null) {
      log.info("Decoders run in {} worker processes in a closed sandbox", settings.places());
    } else {
      log.warn(
          "Decoders run in {} worker processes without a sandbox, as {}: whoever takes one over"
              + " may use network and files as this service may",
          settings.places(),
          leak);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
