package dev.safelight.processor.vips;

import dev.safelight.processor.process.EngineContract;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.ImageEngine;
import org.opentest4j.TestAbortedException;

/** libvips, where it is installed. Where tests have to be complete, it has to be. */
final class Installed {

  private Installed() {}

  static ImageEngine engine() {
    try {
      return new VipsEngineProvider().open(EngineContract.MARKS);
    } catch (EngineUnavailableException e) {
      if (System.getenv("CI") != null || Boolean.getBoolean("safelight.require.vips")) {
        throw e;
      }
      System.err.println("NOT TESTED: the libvips engine. " + e.getMessage());
      throw new TestAbortedException("The libvips engine is not tested", e);
    }
  }
}
