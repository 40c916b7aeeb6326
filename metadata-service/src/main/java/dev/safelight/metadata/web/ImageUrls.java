package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.Variant;
import dev.safelight.metadata.link.ViewLinks;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The addresses of one image's pictures. The recipe is part of the query, so that what is behind
 * one never changes and may be cached.
 *
 * @param base what all of them begin with
 * @param development the pictures
 * @param view what lets them be seen without a token; null if nothing needs to
 */
record ImageUrls(String base, Development development, ViewLinks.@Nullable View view) {

  /** One is as large as can be, the other shows who knows what. */
  private static final Set<String> NO_CANDIDATES = Set.of("original", "custom");

  String of(Variant variant) {
    return base + name(variant, development) + (view == null ? "" : access(view.token()));
  }

  /** That of the picture to show by default; null if there is none. */
  @Nullable String preferred() {
    return development.preferred().map(this::of).orElse(null);
  }

  /** When they end; null for never. */
  @Nullable Instant expiresAt() {
    return view == null ? null : view.expiresAt();
  }

  /**
   * For {@code srcset} of HTML's img: what shows the whole picture in the format of the preferred
   * variant. Small images have several variants of the same width.
   */
  @Nullable String srcset() {
    var type = development.preferred().map(Variant::mimeType).orElse("");
    var widths = new HashSet<Integer>();
    var candidates =
        development.variants().stream()
            .filter(variant -> variant.mimeType().equals(type))
            .filter(variant -> !NO_CANDIDATES.contains(variant.name()))
            .filter(variant -> variant.dimensions().isProportionalTo(development.dimensions()))
            .sorted(Comparator.comparingInt(variant -> variant.dimensions().width()))
            .filter(variant -> widths.add(variant.dimensions().width()))
            .map(variant -> of(variant) + ' ' + variant.dimensions().width() + 'w')
            .collect(Collectors.joining(", "));
    return candidates.isEmpty() ? null : candidates;
  }

  static String name(Variant variant, Development development) {
    return UriUtils.encode(variant.name(), UTF_8)
        + "?v="
        + UriUtils.encode(development.recipe(), UTF_8);
  }

  /** Tokens have no characters that would need to be encoded. */
  static String access(String token) {
    return "&access=" + token;
  }
}
