package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

/**
 * Everything that decides how variants look, except the original: engine and specifications. The
 * same original by the same recipe gives the same keys, so doing it twice changes nothing.
 *
 * @param engine identity of the engine
 * @param specs the variants to make
 */
public record Recipe(String engine, List<VariantSpec> specs) {

  /** 60 bits: keys are compared within one image only. */
  private static final int HASH_DIGITS = 15;

  /** Refuses names that are not unique. */
  public Recipe {
    if (specs.stream().map(VariantSpec::name).distinct().count() != specs.size()) {
      throw new IllegalArgumentException("Two variants have the same name");
    }
  }

  /** A short name for this recipe applied to the original of this digest. */
  String hash(String sha256) {
    var ingredients = String.join("\n", sha256, engine, specs.toString());
    return OriginalReader.sha256(ingredients.getBytes(UTF_8)).substring(0, HASH_DIGITS);
  }

  /** Where a variant is stored. */
  static String key(UUID imageId, EncodedVariant variant, String hash) {
    return "%s/%s-%s.%s".formatted(imageId, variant.name(), hash, variant.format().extension());
  }
}
