package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Variant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the pictures of an image are, as paths on our origin. The recipe is part of the query, so
 * that what is behind one never changes and may be cached for ever.
 */
final class PictureUrls {

  /** One is as large as can be, the other shows who knows what. */
  private static final Set<String> NO_CANDIDATES = Set.of("original", "custom");

  private PictureUrls() {}

  static String of(ImageRecord image, Development development, Variant variant) {
    return UriComponentsBuilder.fromPath("/api/images/{id}/content/{variant}")
        .queryParam("v", "{recipe}")
        .encode()
        .buildAndExpand(image.id(), variant.name(), development.recipe())
        .toUriString();
  }

  /**
   * For {@code srcset} of HTML's img: what shows the whole picture in the format of the preferred
   * variant. Small images have several variants of the same width.
   */
  static @Nullable String srcset(ImageRecord image, Development development) {
    var type = development.preferred().map(Variant::mimeType).orElse("");
    var widths = new HashSet<Integer>();
    var candidates =
        development.variants().stream()
            .filter(variant -> variant.mimeType().equals(type))
            .filter(variant -> !NO_CANDIDATES.contains(variant.name()))
            .filter(variant -> variant.dimensions().isProportionalTo(development.dimensions()))
            .sorted(Comparator.comparingInt(variant -> variant.dimensions().width()))
            .filter(variant -> widths.add(variant.dimensions().width()))
            .map(variant -> candidate(image, development, variant))
            .collect(Collectors.joining(", "));
    return candidates.isEmpty() ? null : candidates;
  }

  private static String candidate(ImageRecord image, Development development, Variant variant) {
    return of(image, development, variant) + ' ' + variant.dimensions().width() + 'w';
  }
}
