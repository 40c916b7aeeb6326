package dev.safelight.processor.imageio;

import dev.safelight.processor.process.EngineContract;
import dev.safelight.processor.process.Engines;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WholeContract;

class ImageIoEngineTest extends WholeContract {

  private static final ImageEngine ENGINE = Engines.open("java", EngineContract.MARKS);

  @Override
  protected ImageEngine engine() {
    return ENGINE;
  }
}
