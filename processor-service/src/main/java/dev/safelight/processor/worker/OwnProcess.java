package dev.safelight.processor.worker;

import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** An engine in the service's own process, for so many images at a time as it has memory for. */
final class OwnProcess implements ImageEngine {

  private final ImageEngine engine;
  private final Semaphore places;

  OwnProcess(ImageEngine engine, int places) {
    this.engine = engine;
    this.places = new Semaphore(places, true);
  }

  @Override
  public String identity() {
    return engine.identity();
  }

  @Override
  public Set<PictureFormat> formats() {
    return engine.formats();
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    places.acquireUninterruptibly();
    try {
      return engine.develop(source, specs);
    } finally {
      places.release();
    }
  }
}
