package dev.safelight.metadata.web;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.safelight.metadata.catalog.ServedPicture;
import dev.safelight.metadata.link.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

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

  /** The headers of any answer about a picture. */
  static HttpHeaders of(ServedPicture picture, PictureTerms terms) {
    var headers = new HttpHeaders();
    headers.setETag(etag(picture));
    headers.setLastModified(lastModified(picture));
    var varying = varying(picture, terms);
    if (!varying.isEmpty()) {
      headers.setVary(varying);
    }
    headers.setCacheControl(caching(picture, terms));
    headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
    return headers;
  }

  /** The headers that go with the bytes: shown as what it is, and as nothing else. */
  static HttpHeaders ofContent(ServedPicture picture, PictureTerms terms) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, picture.variant().mimeType());
    headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition(picture, terms));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    headers.set("Cross-Origin-Resource-Policy", embedding(picture, terms));
    return headers;
  }

  /** Whether it is shown or saved, and by which name. */
  static String disposition(ServedPicture picture, PictureTerms terms) {
    return FileNames.disposition(
        picture.image().upload().original().name(), picture.variant().mimeType(), terms.download());
  }

  /** Pages of other sites may show what is public, or what somebody has an address for. */
  private static String embedding(ServedPicture picture, PictureTerms terms) {
    var link = terms.link();
    var given = link != null && link.holder() instanceof Link.Anybody;
    return given || picture.image().isPublished() ? "cross-origin" : "same-site";
  }

  /** What is public is so for everybody, and a signed address for whoever has it. */
  private static List<String> varying(ServedPicture picture, PictureTerms terms) {
    var names = new ArrayList<String>();
    if (terms.negotiated()) {
      names.add(HttpHeaders.ACCEPT);
    }
    if (terms.link() == null && !picture.image().isPublished()) {
      names.add(HttpHeaders.AUTHORIZATION);
    }
    return names;
  }

  /** With another recipe or none in the address, what is behind it may change. */
  private static CacheControl caching(ServedPicture picture, PictureTerms terms) {
    var lasting = picture.development().recipe().equals(terms.version());
    var link = terms.link();
    if (link != null) {
      return (lasting ? CacheControl.maxAge(left(link)) : CacheControl.noCache()).cachePrivate();
    }
    var caching = lasting ? CacheControl.maxAge(FOR_EVER).immutable() : CacheControl.noCache();
    return picture.image().isPublished() ? caching.cachePublic() : caching.cachePrivate();
  }

  private static Duration left(Link link) {
    var left = Duration.between(Instant.now(), link.expiresAt());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
