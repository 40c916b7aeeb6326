package dev.safelight.recipe;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sets of variants there are, and what is laid over them.
 *
 * @param sets by name
 * @param defaultSet name of the set for uploads that choose none
 * @param qualities for variants that name none
 * @param watermark for variants that want one; null if there is none
 * @param images names of the operator's images that may be laid over pictures
 */
public record VariantSets(
    Map<String, List<RequestedVariant>> sets,
    String defaultSet,
    Qualities qualities,
    @Nullable Watermark watermark,
    Set<String> images) {

  /** Name of the variant that a pipeline makes. */
  public static final String CUSTOM = "custom";

  /** Name of the set that is there without any setting. */
  public static final String STANDARD = "standard";

  /** Refuses sets of which not every variant could be made. */
  public VariantSets {
    sets = Map.copyOf(sets);
    images = Set.copyOf(images);
    require(sets.containsKey(defaultSet), "There is no set of variants named " + defaultSet);
    sets.forEach(VariantSets::requireDistinct);
    require(
        watermark != null || sets.values().stream().allMatch(VariantSets::isUnmarked),
        "A set of variants wants a watermark and none is configured");
    require(
        watermark == null
            || !(watermark.mark() instanceof Mark.Image(var name))
            || images.contains(name),
        "The watermark shows an image that is not configured");
  }

  /** The standard set alone, without a watermark. */
  public static VariantSets standard(Qualities qualities) {
    return new VariantSets(
        Map.of(STANDARD, StandardSet.VARIANTS), STANDARD, qualities, null, Set.of());
  }

  /** These sets, and the standard one if none of them has its name. */
  public static Map<String, List<RequestedVariant>> withStandard(
      Map<String, List<RequestedVariant>> sets) {
    var all = new HashMap<>(sets);
    all.putIfAbsent(STANDARD, StandardSet.VARIANTS);
    return all;
  }

  /** The names of the sets, in alphabetical order. */
  public List<String> names() {
    return sets.keySet().stream().sorted().toList();
  }

  /** Why a request cannot be met; nothing if it can. */
  public List<RequestError> objections(ProcessingRequest request) {
    return new Objections(this).to(request);
  }

  /**
   * What is to be made: the set, in its order, then what was asked for besides; a variant of the
   * uploader's takes the place of one of the set that has the same name.
   *
   * @throws UnsuitableRequestException if there are {@link #objections}
   */
  public List<VariantSpec> resolve(ProcessingRequest request) {
    var objections = objections(request);
    if (!objections.isEmpty()) {
      throw new UnsuitableRequestException(objections.getFirst().message());
    }
    var own = request.variants().stream().map(RequestedVariant::name).collect(Collectors.toSet());
    var others = set(request).stream().filter(variant -> !own.contains(variant.name()));
    var resolution = new Resolution(qualities, watermark, request.watermark());
    var specs = new ArrayList<VariantSpec>();
    Stream.concat(others, request.variants().stream()).map(resolution::spec).forEach(specs::add);
    if (!request.pipeline().isEmpty()) {
      specs.add(resolution.custom(request.pipeline()));
    }
    return List.copyOf(specs);
  }

  private List<RequestedVariant> set(ProcessingRequest request) {
    return requireNonNull(sets.get(requireNonNullElse(request.set(), defaultSet)));
  }

  private static void requireDistinct(String set, List<RequestedVariant> variants) {
    var names = variants.stream().map(RequestedVariant::name).distinct().toList();
    require(
        names.size() == variants.size() && !names.isEmpty() && !names.contains(CUSTOM),
        "The set " + set + " needs variants of different names, and none named " + CUSTOM);
  }

  private static boolean isUnmarked(List<RequestedVariant> variants) {
    return variants.stream().noneMatch(variant -> Boolean.TRUE.equals(variant.watermark()));
  }

  private static void require(boolean kept, String otherwise) {
    if (!kept) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
