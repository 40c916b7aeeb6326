package dev.safelight.processor.imageio;

import dev.safelight.processor.process.EngineProvider;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;

/** The engine that works wherever Java does. */
public final class ImageIoEngineProvider implements EngineProvider {

  @Override
  public String name() {
    return "java";
  }

  @Override
  public int preference() {
    return 0;
  }

  @Override
  public ImageEngine open(WatermarkImages marks) {
    return new ImageIoEngine(marks);
  }
}
