package dev.safelight.metadata.web;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.safelight.metadata.catalog.ServedPicture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What is said of a picture besides its bytes. */
final class PictureHeaders {

  private static final Duration FOR_EVER = Duration.ofDays(365);

  private PictureHeaders() {}

  /** Strong: it is the digest of exactly the bytes that are sent. */
  static String etag(ServedPicture picture) {
    return '"' + picture.variant().sha256() + '"';
  }

  /** To the second, as HTTP dates are. */
  static Instant lastModified(ServedPicture picture) {
    return picture.development().at().truncatedTo(SECONDS);
  }

  /**
   * The headers of any answer about a picture.
   *
   * @param negotiated whether the variant was chosen by {@code Accept}
   * @param version what the URL says the recipe is; null if it says nothing
   */
  static HttpHeaders of(ServedPicture picture, boolean negotiated, @Nullable String version) {
    var headers = new HttpHeaders();
    headers.setETag(etag(picture));
    headers.setLastModified(lastModified(picture));
    headers.setVary(varying(negotiated));
    headers.setCacheControl(caching(picture, version));
    headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
    return headers;
  }

  /** The headers that go with the bytes: shown as what it is, and as nothing else. */
  static HttpHeaders ofContent(ServedPicture picture) {
    var headers = new HttpHeaders();
    var variant = picture.variant();
    headers.setContentType(MediaType.parseMediaType(variant.mimeType()));
    headers.set(
        HttpHeaders.CONTENT_DISPOSITION,
        FileNames.inline(picture.image().upload().original().name(), variant.mimeType()));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    headers.set("Cross-Origin-Resource-Policy", embedding(picture));
    return headers;
  }

  /** Pages of other sites may show what is public, as any image on the web. */
  private static String embedding(ServedPicture picture) {
    return picture.image().isPublished() ? "cross-origin" : "same-site";
  }

  private static List<String> varying(boolean negotiated) {
    var names = new ArrayList<String>();
    if (negotiated) {
      names.add(HttpHeaders.ACCEPT);
    }
    names.add(HttpHeaders.AUTHORIZATION);
    return names;
  }

  /** With another recipe or none in the URL, what is behind it may change. */
  private static CacheControl caching(ServedPicture picture, @Nullable String version) {
    var lasting =
        picture.development().recipe().equals(version)
            ? CacheControl.maxAge(FOR_EVER).immutable()
            : CacheControl.noCache();
    return picture.image().isPublished() ? lasting.cachePublic() : lasting.cachePrivate();
  }
}
