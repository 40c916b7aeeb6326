package dev.safelight.processor.process;

import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.Set;

/**
 * Develops originals into variants. Safe for use by many threads.
 *
 * <p>Every engine passes {@code EngineContract} and its subclasses: the original is decoded once;
 * its orientation is applied and its colours are converted to sRGB; a variant is as large as its
 * specification says and never larger than the original; transparent parts are kept, or laid over
 * white where the format has none; no metadata of any kind is in a variant; of an animation the
 * first frame is taken, on its canvas, unless a variant is asked for as WebP or GIF by name, which
 * has all frames.
 */
public interface ImageEngine {

  /** Engine and version; a new one means that the same input may give other bytes. */
  String identity();

  /** What it can write. */
  Set<PictureFormat> formats();

  /**
   * Makes all variants, or fails.
   *
   * @throws BadImageException if the original cannot be read whole, or is not what its header says
   */
  DevelopedImage develop(SourceImage source, List<VariantSpec> specs);
}
