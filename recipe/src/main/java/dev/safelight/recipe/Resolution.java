package dev.safelight.recipe;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says by the settings what was left to them. Nothing is asked for that they do not have.
 *
 * @param qualities for variants that name none
 * @param watermark what is laid over variants that want it
 * @param marked whether variants that do not say want it
 */
record Resolution(Qualities qualities, @Nullable Watermark watermark, @Nullable Boolean marked) {

  VariantSpec spec(RequestedVariant wanted) {
    var steps = new ArrayList<PixelStep>();
    if (wanted.width() != null || wanted.height() != null) {
      steps.add(
          new Resize(
              requireNonNullElse(wanted.width(), Resize.FREE),
              requireNonNullElse(wanted.height(), Resize.FREE),
              requireNonNullElse(wanted.fit(), Fit.INSIDE)));
    }
    if (Boolean.TRUE.equals(wanted.watermark() == null ? marked : wanted.watermark())) {
      steps.add(requireNonNull(watermark));
    }
    return spec(
        wanted.name(),
        steps,
        requireNonNullElse(wanted.format(), FormatChoice.NATURAL),
        wanted.quality());
  }

  /** Of several conversions or compressions the last one counts. */
  VariantSpec custom(List<Step> pipeline) {
    var steps = new ArrayList<PixelStep>();
    var format = FormatChoice.NATURAL;
    Integer quality = null;
    for (var step : pipeline) {
      switch (step) {
        case PixelStep pixels -> steps.add(pixels);
        case ConfiguredWatermark mark -> steps.add(mark.of(requireNonNull(watermark)));
        case Convert convert -> format = convert.format();
        case Compress compress -> quality = compress.quality();
      }
    }
    return spec(VariantSets.CUSTOM, steps, format, quality);
  }

  private VariantSpec spec(
      String name, List<PixelStep> steps, FormatChoice format, @Nullable Integer quality) {
    return new VariantSpec(name, steps, format, quality == null ? qualities.of(format) : quality);
  }
}
