package dev.safelight.processor.worker;

import dev.safelight.processor.process.ImageEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Tells what develops images. Down while no worker lives. */
class EngineHealthIndicator extends AbstractHealthIndicator {

  private final ImageEngine engine;
  private final WorkerProperties settings;

  EngineHealthIndicator(ImageEngine engine, WorkerProperties settings) {
    this.engine = engine;
    this.settings = settings;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health
        .up()
        .withDetail("identity", engine.identity())
        .withDetail("formats", engine.formats())
        .withDetail("isolation", settings.isolation());
    if (engine instanceof WorkerPool pool) {
      int living = pool.living();
      health
          .status(living > 0 ? Status.UP : Status.DOWN)
          .withDetail("sandbox", pool.ready().sandbox())
          .withDetail("workers", settings.places())
          .withDetail("workersAlive", living);
    }
  }
}
