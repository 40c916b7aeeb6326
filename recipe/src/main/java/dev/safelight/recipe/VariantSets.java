package dev.safelight.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sets of variants there are, and what is laid over them.
 *
 * @param sets by name
 * @param defaultSet name of the set for uploads that choose none
 * @param qualities for variants that name none
 * @param watermark for variants that want one; null if there is none
 */
public record VariantSets(
    Map<String, List<RequestedVariant>> sets,
    String defaultSet,
    Qualities qualities,
    @Nullable Watermark watermark) {

  /** Name of the variant that a pipeline makes. */
  public static final String CUSTOM = "custom";

  /** Name of the set that is there without any setting. */
  public static final String STANDARD = "standard";

  private static final List<RequestedVariant> STANDARD_VARIANTS =
      List.of(
          standard("large", 1200, null),
          standard("medium", 800, null),
          standard("thumbnail", 300, null),
          standard("tiny", 100, null),
          standard("webp", 1200, FormatChoice.WEBP),
          standard("original", null, null));

  /** Refuses a default that is not there. */
  public VariantSets {
    sets = Map.copyOf(sets);
    if (!sets.containsKey(defaultSet)) {
      throw new IllegalArgumentException("There is no set of variants named " + defaultSet);
    }
  }

  /** The standard set alone, without a watermark. */
  public static VariantSets standard(Qualities qualities) {
    return new VariantSets(Map.of(STANDARD, STANDARD_VARIANTS), STANDARD, qualities, null);
  }

  /**
   * What is to be made: the set, in its order, then what was asked for besides; a variant of the
   * uploader's takes the place of one of the set that has the same name.
   *
   * @throws UnsuitableRequestException if there is no such set, if two variants have one name, or
   *     if a watermark is wanted and none is configured
   */
  public List<VariantSpec> resolve(ProcessingRequest request) {
    var names = new HashSet<String>();
    for (var own : request.variants()) {
      if (!names.add(own.name())) {
        throw new UnsuitableRequestException("Two variants are named " + own.name());
      }
    }
    var specs = new ArrayList<VariantSpec>();
    set(request).stream()
        .filter(variant -> !names.contains(variant.name()))
        .forEach(variant -> specs.add(spec(variant, request.watermark())));
    request.variants().forEach(variant -> specs.add(spec(variant, request.watermark())));
    if (!request.pipeline().isEmpty()) {
      specs.removeIf(spec -> spec.name().equals(CUSTOM));
      specs.add(custom(request.pipeline()));
    }
    return List.copyOf(specs);
  }

  private List<RequestedVariant> set(ProcessingRequest request) {
    var name = request.set() == null ? defaultSet : request.set();
    var set = sets.get(name);
    if (set == null) {
      throw new UnsuitableRequestException("There is no set of variants named " + name);
    }
    return set;
  }

  private VariantSpec spec(RequestedVariant wanted, @Nullable Boolean watermarkAll) {
    var steps = new ArrayList<PixelStep>();
    if (wanted.width() != null || wanted.height() != null) {
      steps.add(new Resize(side(wanted.width()), side(wanted.height()), fit(wanted)));
    }
    boolean marked =
        Boolean.TRUE.equals(wanted.watermark() == null ? watermarkAll : wanted.watermark());
    if (marked) {
      steps.add(configuredWatermark());
    }
    var format = wanted.format() == null ? FormatChoice.NATURAL : wanted.format();
    int quality = wanted.quality() == null ? qualities.of(format) : wanted.quality();
    return new VariantSpec(wanted.name(), steps, format, quality);
  }

  private VariantSpec custom(List<Step> pipeline) {
    var steps = new ArrayList<PixelStep>();
    var format = FormatChoice.NATURAL;
    Integer quality = null;
    for (var step : pipeline) {
      switch (step) {
        case PixelStep pixels -> steps.add(pixels);
        case Convert convert -> format = convert.format();
        case Compress compress -> quality = compress.quality();
      }
    }
    return new VariantSpec(CUSTOM, steps, format, quality == null ? qualities.of(format) : quality);
  }

  private Watermark configuredWatermark() {
    if (watermark == null) {
      throw new UnsuitableRequestException("No watermark is configured");
    }
    return watermark;
  }

  private static int side(@Nullable Integer length) {
    return length == null ? Resize.FREE : length;
  }

  private static Fit fit(RequestedVariant wanted) {
    return wanted.fit() == null ? Fit.INSIDE : wanted.fit();
  }

  private static RequestedVariant standard(
      String name, @Nullable Integer edge, @Nullable FormatChoice format) {
    return new RequestedVariant(name, edge, edge, Fit.INSIDE, null, format, null);
  }
}
