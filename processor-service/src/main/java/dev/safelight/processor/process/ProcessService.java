package dev.safelight.processor.process;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Processes one cleared image and announces one outcome. Safe to repeat for the same image. */
public class ProcessService {

  private final OriginalReader originals;
  private final Darkroom darkroom;
  private final VariantStore store;
  private final Outcomes outcomes;
  private final Clock clock;

  /** Wires the stages together. */
  public ProcessService(
      OriginalReader originals,
      Darkroom darkroom,
      VariantStore store,
      Outcomes outcomes,
      Clock clock) {
    this.originals = originals;
    this.darkroom = darkroom;
    this.store = store;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * Develops, stores, announces: in this order, so that what was announced is there. What was
   * finished before is announced again from its manifest, as the original may be gone by then.
   */
  public void process(ClearedImage image) {
    var recipe = darkroom.recipe().hash(image.sha256());
    var finished = store.manifest(image.id(), recipe);
    if (finished.isPresent()) {
      outcomes.processed(image, finished.get());
      return;
    }
    try {
      outcomes.processed(image, develop(image, recipe));
    } catch (BadImageException verdict) {
      outcomes.rejected(image, verdict);
    }
  }

  private ProcessedImage develop(ClearedImage image, String recipe) {
    var developed = darkroom.develop(originals.read(image));
    var stored = developed.variants().stream().map(v -> store(image, v, recipe)).toList();
    var manifest = manifest(developed, recipe, stored);
    store.remember(image.id(), manifest);
    return manifest;
  }

  private StoredVariant store(ClearedImage image, EncodedVariant variant, String recipe) {
    var key = Recipe.key(image.id(), variant, recipe);
    var content = variant.content();
    var mimeType = variant.format().mimeType();
    store.put(key, content, mimeType);
    return new StoredVariant(
        variant.name(),
        key,
        mimeType,
        variant.width(),
        variant.height(),
        content.length,
        OriginalReader.sha256(content));
  }

  private ProcessedImage manifest(
      DevelopedImage developed, String recipe, List<StoredVariant> variants) {
    return new ProcessedImage(
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        developed.width(),
        developed.height(),
        recipe,
        darkroom.recipe().engine(),
        variants);
  }
}
