package dev.safelight.metadata.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What the conditions of a GET or HEAD come to (RFC 9110, section 13.2.2). */
enum Precondition {
  /** Go on. */
  MET,
  /** The client has it: 304. */
  NOT_MODIFIED,
  /** The client wants something else: 412. */
  FAILED;

  private static final String ANY = "*";

  /**
   * Judges the conditions of a request.
   *
   * @param request its headers
   * @param etag the strong tag of what there is, with its quotes
   * @param modified when that was made, to the second
   */
  static Precondition of(HttpHeaders request, String etag, Instant modified) {
    if (isOther(request, etag, modified)) {
      return FAILED;
    }
    return isSame(request, etag, modified) ? NOT_MODIFIED : MET;
  }

  /** An HTTP date; null for what is none, which is then ignored. */
  static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isOther(HttpHeaders request, String etag, Instant modified) {
    var tags = request.getFirst(HttpHeaders.IF_MATCH);
    if (tags != null) {
      return !tags.strip().equals(ANY) && request.getIfMatch().stream().noneMatch(etag::equals);
    }
    var date = date(request.getFirst(HttpHeaders.IF_UNMODIFIED_SINCE));
    return date != null && modified.isAfter(date);
  }

  private static boolean isSame(HttpHeaders request, String etag, Instant modified) {
    var tags = request.getFirst(HttpHeaders.IF_NONE_MATCH);
    if (tags != null) {
      return tags.strip().equals(ANY)
          || request.getIfNoneMatch().stream().anyMatch(tag -> isWeaklySame(tag, etag));
    }
    var date = date(request.getFirst(HttpHeaders.IF_MODIFIED_SINCE));
    return date != null && !modified.isAfter(date);
  }

  private static boolean isWeaklySame(String tag, String etag) {
    return (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag);
  }
}
