package dev.safelight.processor.process;

import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Develops as another engine does, and reads what the camera noted. */
public final class NotedEngine implements ImageEngine {

  private final ImageEngine engine;
  private final PhotoFactsReader notes;

  /** Reads by what is found. */
  public NotedEngine(ImageEngine engine) {
    this(engine, ServiceLoader.load(PhotoFactsReader.class).findFirst().orElseThrow());
  }

  NotedEngine(ImageEngine engine, PhotoFactsReader notes) {
    this.engine = engine;
    this.notes = notes;
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
    var image = engine.develop(source, specs);
    return new DevelopedImage(
        image.width(),
        image.height(),
        image.hasAlpha(),
        image.variants(),
        image.preview(),
        notes.read(source.content(), source.header().type()),
        image.effort());
  }
}
