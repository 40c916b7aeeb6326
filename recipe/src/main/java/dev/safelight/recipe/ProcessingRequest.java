package dev.safelight.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader asks to be made of an image.
 *
 * @param set name of the set of variants; null for the default one
 * @param variants more variants, at most 10
 * @param pipeline steps that lead to the variant {@code custom}, at most 10; none for no such
 *     variant
 * @param watermark whether the configured watermark is laid over variants that do not say; null to
 *     leave it to the set
 */
public record ProcessingRequest(
    @Nullable String set,
    List<RequestedVariant> variants,
    List<Step> pipeline,
    @Nullable Boolean watermark) {

  /** The default set and nothing else. */
  public static final ProcessingRequest NONE =
      new ProcessingRequest(null, List.of(), List.of(), null);

  /** Most variants that may be asked for besides those of the set. */
  public static final int MOST_VARIANTS = 10;

  /** Most steps of a pipeline. */
  public static final int MOST_STEPS = 10;

  /** Keeps the lists from being changed, and refuses names that are not unique. */
  public ProcessingRequest {
    variants = List.copyOf(variants);
    pipeline = List.copyOf(pipeline);
    if (variants.stream().map(RequestedVariant::name).distinct().count() != variants.size()) {
      throw new IllegalArgumentException("Two variants have the same name");
    }
  }
}
