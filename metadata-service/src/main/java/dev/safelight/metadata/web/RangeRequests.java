package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ServedPicture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Which part of a picture a request asks for. */
final class RangeRequests {

  private RangeRequests() {}

  /** Ranges are for GET alone (RFC 9110, section 14.2). */
  static ByteRange of(ServerHttpRequest request, ServedPicture picture) {
    var headers = request.getHeaders();
    var size = picture.variant().size();
    return HttpMethod.GET.equals(request.getMethod())
            && allowed(headers.getFirst(HttpHeaders.IF_RANGE), picture)
        ? ByteRange.parse(headers.getFirst(HttpHeaders.RANGE), size)
        : new ByteRange.Whole();
  }

  /**
   * Whether what the client has a part of is what we have (RFC 9110, section 13.1.5): a strong tag
   * or the exact date. A weak tag never matches.
   */
  private static boolean allowed(@Nullable String ifRange, ServedPicture picture) {
    if (ifRange == null) {
      return true;
    }
    return ifRange.endsWith("\"")
        ? ifRange.equals(PictureHeaders.etag(picture))
        : PictureHeaders.lastModified(picture).equals(Precondition.date(ifRange));
  }
}
