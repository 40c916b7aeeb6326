package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.imageheader.MalformedImageException;
import dev.safelight.imageheader.UnknownImageTypeException;
import java.util.List;

/** Turns verified bytes into pictures: header first, limits second, pixels last. */
public class Darkroom {

  private final ImageEngine engine;
  private final Recipe recipe;
  private final DecodeLimits limits;

  /** Develops every image by the same recipe. */
  public Darkroom(ImageEngine engine, List<VariantSpec> specs, DecodeLimits limits) {
    this.engine = engine;
    this.recipe = new Recipe(engine.identity(), List.copyOf(specs));
    this.limits = limits;
  }

  /** By what all images are developed. */
  Recipe recipe() {
    return recipe;
  }

  /**
   * Develops one image.
   *
   * @throws BadImageException if the image is at fault, a decoder that recursed without end
   *     included: only its content decides how deep one goes
   * @throws MemoryExhaustedException if the heap is too small; unlike depth, that is a matter of
   *     the deployment
   */
  DevelopedImage develop(byte[] content) {
    var source = new SourceImage(content, header(content));
    limits.check(source.header());
    try {
      return complete(engine.develop(source, recipe.specs()));
    } catch (StackOverflowError e) {
      throw BadImageException.unreadable("The image is nested too deeply to be read", e);
    } catch (OutOfMemoryError e) {
      throw new MemoryExhaustedException(source, e);
    }
  }

  private static ImageHeader header(byte[] content) {
    try {
      return ImageHeaders.read(content);
    } catch (UnknownImageTypeException e) {
      throw new BadImageException(RejectionReason.UNSUPPORTED, String.valueOf(e.getMessage()));
    } catch (MalformedImageException e) {
      throw BadImageException.unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  /** Half a result must never be announced, whatever an engine does. */
  private DevelopedImage complete(DevelopedImage developed) {
    var made = developed.variants().stream().map(EncodedVariant::name).toList();
    var asked = recipe.specs().stream().map(VariantSpec::name).toList();
    if (!made.equals(asked)) {
      throw new IllegalStateException("The engine made %s instead of %s".formatted(made, asked));
    }
    return developed;
  }
}
