package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.recipe.Mark;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.recipe.Watermark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Everything that decides how variants look, except the original: engine and specifications. The
 * same original by the same recipe gives the same keys, so doing it twice changes nothing; and a
 * variant that two recipes share has the same key in both.
 *
 * @param engine identity of the engine
 * @param specs the variants to make
 * @param marks digests of the operator's images that may be laid over pictures, by name
 */
public record Recipe(String engine, List<VariantSpec> specs, Map<String, String> marks) {

  /** 60 bits: keys are compared within one image only. */
  private static final int HASH_DIGITS = 15;

  /** Refuses names that are not unique. */
  public Recipe {
    specs = List.copyOf(specs);
    marks = Map.copyOf(marks);
    if (specs.stream().map(VariantSpec::name).distinct().count() != specs.size()) {
      throw new IllegalArgumentException("Two variants have the same name");
    }
  }

  /** A short name for this recipe applied to the original of this digest. */
  String hash(String sha256) {
    return hash(sha256, specs.stream().map(this::parameters).toList().toString());
  }

  /** Where the variant made by {@code spec} of the original of this digest is stored. */
  String key(UUID imageId, VariantSpec spec, PictureFormat format, String sha256) {
    return "%s/%s-%s.%s"
        .formatted(imageId, spec.name(), hash(sha256, parameters(spec)), format.extension());
  }

  /** Of an image its bytes count, which the operator may change under the same name. */
  private String parameters(VariantSpec spec) {
    var images =
        spec.steps().stream()
            .flatMap(step -> image(step).stream())
            .map(name -> ' ' + marks.getOrDefault(name, name));
    return spec + images.collect(Collectors.joining());
  }

  private static Optional<String> image(PixelStep step) {
    return step instanceof Watermark mark && mark.mark() instanceof Mark.Image(var name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private String hash(String sha256, String parameters) {
    var ingredients = String.join("\n", sha256, engine, parameters);
    return OriginalReader.sha256(ingredients.getBytes(UTF_8)).substring(0, HASH_DIGITS);
  }
}
