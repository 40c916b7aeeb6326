package dev.safelight.processor.vips;

import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WholeContract;

class VipsEngineTest extends WholeContract {

  private static final ImageEngine ENGINE = Installed.engine();

  @Override
  protected ImageEngine engine() {
    return ENGINE;
  }
}
