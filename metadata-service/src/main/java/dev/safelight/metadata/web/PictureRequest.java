package dev.safelight.metadata.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a request for a picture says besides which.
 *
 * @param version what the address says the recipe is; null if it says nothing
 * @param format the format that is wanted; null for any
 * @param download whether it is to be saved, not shown
 * @param token what makes it a signed address; null if it is none
 */
record PictureRequest(
    @Nullable String version, @Nullable String format, boolean download, @Nullable String token) {

  private static final Map<String, String> FORMATS =
      Map.of(
          "jpeg", "jpeg", "jpg", "jpeg", "png", "png", "gif", "gif", "webp", "webp", "avif",
          "avif");

  private static final Map<String, Boolean> SWITCH =
      Map.of("", true, "true", true, "1", true, "false", false, "0", false);

  private static final Set<String> NAMED = Set.of("v", "download", "access");
  private static final Set<String> ANY = Set.of("v", "download", "access", "format");

  /**
   * Reads the query.
   *
   * @param named whether the path names the variant, and with it the format
   * @throws dev.safelight.webapi.ProblemException 400 that names every parameter that is wrong
   */
  static PictureRequest of(MultiValueMap<String, String> parameters, boolean named) {
    if (parameters.isEmpty()) {
      return new PictureRequest(null, null, false, null);
    }
    var query = new QueryReader(parameters).knowOnly(named ? NAMED : ANY);
    var request =
        new PictureRequest(
            query.read("v", Optional::of, "must be given once"),
            query.read("format", oneOf(FORMATS), "must be jpeg, png, gif, webp or avif"),
            Objects.requireNonNullElse(
                query.read("download", oneOf(SWITCH), "must be true or false"), false),
            query.read("access", Optional::of, "must be given once"));
    query.refuseMistakes();
    return request;
  }

  private static <T> Function<String, Optional<T>> oneOf(Map<String, T> values) {
    return text -> Optional.ofNullable(values.get(text));
  }
}
