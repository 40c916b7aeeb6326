package dev.safelight.processor.process;

import dev.safelight.recipe.VariantSpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

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
    try {
      var recipe = darkroom.recipe(image.request());
      outcomes.processed(image, finished(image, recipe));
    } catch (BadImageException verdict) {
      outcomes.rejected(image, verdict);
    }
  }

  private ProcessedImage finished(ClearedImage image, Recipe recipe) {
    return store
        .manifest(image.id(), recipe.hash(image.sha256()))
        .orElseGet(() -> develop(image, recipe));
  }

  private ProcessedImage develop(ClearedImage image, Recipe recipe) {
    var source = darkroom.source(originals.read(image));
    var developed = darkroom.develop(source, recipe);
    var stored = new ArrayList<StoredVariant>();
    for (int i = 0; i < recipe.specs().size(); i++) {
      stored.add(store(image, recipe, recipe.specs().get(i), developed.variants().get(i)));
    }
    var manifest =
        new ProcessedImage(
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            developed.width(),
            developed.height(),
            source.header().frames(),
            developed.hasAlpha(),
            Traits.of(developed.preview()),
            developed.facts(),
            recipe.hash(image.sha256()),
            recipe.engine(),
            stored);
    store.remember(image.id(), manifest);
    return manifest;
  }

  private StoredVariant store(
      ClearedImage image, Recipe recipe, VariantSpec spec, EncodedVariant variant) {
    var key = recipe.key(image.id(), spec, variant.format(), image.sha256());
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
}
