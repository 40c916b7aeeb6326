package dev.safelight.processor.worker;

import dev.safelight.processor.process.EngineProvider;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.Engines;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;

/** Opens engines that do what engines must not do; only by name. */
public final class BadEngineProvider implements EngineProvider {

  static final String NAME = "bad";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int preference() {
    return -1;
  }

  @Override
  public ImageEngine open(WatermarkImages marks) {
    if (marks.files().containsKey("missing")) {
      throw new EngineUnavailableException("The library is missing; install it");
    }
    if (marks.files().containsKey("stillborn")) {
      Runtime.getRuntime().halt(7);
    }
    return new BadEngine(Engines.open("java", marks));
  }
}
