package dev.safelight.processor.process;

import dev.safelight.processor.process.Measurements.Phase;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/** Processes one cleared image and announces one outcome. Safe to repeat for the same image. */
public class ProcessService {

  private static final System.Logger LOG = System.getLogger(ProcessService.class.getName());

  private final OriginalReader originals;
  private final Darkroom darkroom;
  private final VariantStore store;
  private final Outcomes outcomes;
  private final Measurements measurements;
  private final Clock clock;

  /** Wires the stages together. */
  public ProcessService(
      OriginalReader originals,
      Darkroom darkroom,
      VariantStore store,
      Outcomes outcomes,
      Measurements measurements,
      Clock clock) {
    this.originals = originals;
    this.darkroom = darkroom;
    this.store = store;
    this.outcomes = outcomes;
    this.measurements = measurements;
    this.clock = clock;
  }

  /**
   * Develops, stores, announces: in this order, so that what was announced is there. What was
   * finished before is announced again from its manifest, as the original may be gone by then.
   * Where neither is there any more, the image was deleted meanwhile, and nothing is to be told.
   *
   * @throws RedevelopmentException if an image that is developed can't be developed anew: it keeps
   *     what it has
   */
  public void process(ClearedImage image) {
    if (image.rescan() && store.isDeveloped(image.id())) {
      return;
    }
    try {
      var recipe = darkroom.recipe(image.request());
      outcomes.processed(image, finished(image, recipe));
    } catch (BadImageException verdict) {
      reject(image, verdict);
    } catch (OriginalMissingException e) {
      LOG.log(Level.INFO, "Not developed, as it was deleted: {0}", e.getMessage());
    }
  }

  /** Of pictures that are shown, settings and limits of today take none away. */
  private void reject(ClearedImage image, BadImageException verdict) {
    if (store.isDeveloped(image.id())) {
      throw new RedevelopmentException(image.id(), verdict);
    }
    measurements.rejected(verdict.reason());
    outcomes.rejected(image, verdict);
  }

  private ProcessedImage finished(ClearedImage image, Recipe recipe) {
    return store
        .manifest(image.id(), recipe.hash(image.sha256()))
        .filter(manifest -> isWhole(image.id(), manifest))
        .orElseGet(() -> develop(image, recipe));
  }

  /** A store may have lost a picture that the manifest names. */
  private boolean isWhole(UUID imageId, ProcessedImage manifest) {
    var keys = manifest.variants().stream().map(StoredVariant::objectKey).toList();
    return store.digests(imageId).keySet().containsAll(keys);
  }

  private ProcessedImage develop(ClearedImage image, Recipe recipe) {
    var source = darkroom.source(timed(Phase.READ, () -> originals.read(image)));
    var developed = darkroom.develop(source, recipe);
    measurements.took(Phase.DECODE, developed.effort().decoding());
    measurements.took(Phase.ENCODE, developed.effort().encoding());
    var stored = timed(Phase.WRITE, () -> new Storing(store).store(image, recipe, developed));
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

  private <T> T timed(Phase phase, Supplier<T> work) {
    long began = System.nanoTime();
    var result = work.get();
    measurements.took(phase, Duration.ofNanos(System.nanoTime() - began));
    return result;
  }
}
