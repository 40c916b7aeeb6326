package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.imageheader.MalformedImageException;
import dev.safelight.imageheader.UnknownImageTypeException;
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.UnsuitableRequestException;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.VariantSpec;
import java.util.Map;

/** Turns verified bytes into pictures: header first, limits second, pixels last. */
public class Darkroom {

  private final ImageEngine engine;
  private final VariantSets sets;
  private final Map<String, String> marks;
  private final DecodeLimits limits;

  /** Develops by what uploaders ask for, within what is configured. */
  public Darkroom(
      ImageEngine engine, VariantSets sets, WatermarkImages marks, DecodeLimits limits) {
    this.engine = engine;
    this.sets = sets;
    this.marks = marks.digests();
    this.limits = limits;
  }

  /**
   * By what an image is developed.
   *
   * @throws BadImageException if what was asked for cannot be made
   */
  Recipe recipe(ProcessingRequest request) {
    try {
      return new Recipe(engine.identity(), sets.resolve(request), marks);
    } catch (UnsuitableRequestException e) {
      throw new BadImageException(
          RejectionReason.UNSUITABLE_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /**
   * What may be decoded.
   *
   * @throws BadImageException if it may not
   */
  SourceImage source(byte[] content) {
    try {
      var header = ImageHeaders.read(content);
      limits.check(header);
      return new SourceImage(content, header);
    } catch (UnknownImageTypeException e) {
      throw new BadImageException(RejectionReason.UNSUPPORTED, String.valueOf(e.getMessage()));
    } catch (MalformedImageException e) {
      throw BadImageException.unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Develops one image.
   *
   * @throws BadImageException if the image is at fault
   * @throws WorkersUnavailableException if there is nobody to do it
   * @throws MemoryExhaustedException if the heap is too small; unlike depth, that is a matter of
   *     the deployment
   */
  DevelopedImage develop(SourceImage source, Recipe recipe) {
    try {
      return complete(engine.develop(source, recipe.specs()), recipe);
    } catch (StackOverflowError e) {
      throw BadImageException.tooDeep(e);
    } catch (OutOfMemoryError e) {
      throw new MemoryExhaustedException(source, e);
    }
  }

  /** Half a result must never be announced, whatever an engine does. */
  private static DevelopedImage complete(DevelopedImage developed, Recipe recipe) {
    var made = developed.variants().stream().map(EncodedVariant::name).toList();
    var asked = recipe.specs().stream().map(VariantSpec::name).toList();
    if (!made.equals(asked)) {
      throw new IllegalStateException("The engine made %s instead of %s".formatted(made, asked));
    }
    return developed;
  }
}
