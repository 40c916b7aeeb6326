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

  /** Keeps the lists from being changed. */
  public ProcessingRequest {
    variants = List.copyOf(variants);
    pipeline = List.copyOf(pipeline);
  }
}
