package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Vips;
import dev.safelight.processor.libvips.VipsUnavailableException;
import dev.safelight.processor.process.EngineProvider;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.process.overlay.Overlays;

/** The engine that needs libvips. */
public final class VipsEngineProvider implements EngineProvider {

  @Override
  public String name() {
    return "vips";
  }

  @Override
  public int preference() {
    return 10;
  }

  @Override
  public ImageEngine open(WatermarkImages marks) {
    try {
      return new VipsEngine(Vips.open(), new Overlays(marks));
    } catch (VipsUnavailableException e) {
      throw new EngineUnavailableException(
          "libvips 8.13 or newer is needed (apt install libvips42, brew install vips): "
              + e.getMessage(),
          e);
    }
  }
}
