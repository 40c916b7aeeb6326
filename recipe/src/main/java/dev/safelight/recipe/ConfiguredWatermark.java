package dev.safelight.recipe;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays the configured watermark over the picture; what is null is as it is configured.
 *
 * @param position as in {@link Watermark}
 * @param opacity as in {@link Watermark}
 * @param margin as in {@link Watermark}
 * @param scale as in {@link Watermark}
 * @param tiled as in {@link Watermark}
 */
public record ConfiguredWatermark(
    @Nullable Position position,
    @Nullable Double opacity,
    @Nullable Integer margin,
    @Nullable Double scale,
    @Nullable Boolean tiled)
    implements Step {

  /** The watermark that comes of it. */
  public Watermark of(Watermark configured) {
    return new Watermark(
        configured.mark(),
        Objects.requireNonNullElse(position, configured.position()),
        Objects.requireNonNullElse(opacity, configured.opacity()),
        Objects.requireNonNullElse(margin, configured.margin()),
        Objects.requireNonNullElse(scale, configured.scale()),
        Objects.requireNonNullElse(tiled, configured.tiled()));
  }
}
