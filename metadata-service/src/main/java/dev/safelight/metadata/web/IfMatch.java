package dev.safelight.metadata.web;

import dev.safelight.metadata.item.Item;
import dev.safelight.webapi.ProblemException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Which version of an item a change is meant for (RFC 9110, section 13.1.1). */
final class IfMatch {

  private static final String ANY = "*";

  private IfMatch() {}

  /** The tag of an item. */
  static String etag(Item item) {
    return '"' + Long.toString(item.version()) + '"';
  }

  /**
   * What the request expects.
   *
   * @throws ProblemException 428 if it does not say
   */
  static Predicate<Item> required(HttpHeaders request) {
    if (!request.containsHeader(HttpHeaders.IF_MATCH)) {
      throw ProblemException.of(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition-required",
          "Say which version you change",
          "Get the item, and send the ETag of that answer as If-Match, so that nobody's change is lost.");
    }
    return optional(request);
  }

  /** What the request expects; anything if it does not say. */
  static Predicate<Item> optional(HttpHeaders request) {
    var given = request.getOrEmpty(HttpHeaders.IF_MATCH);
    var tags = List.of(String.join(",", given).split(","));
    return item ->
        given.isEmpty()
            || tags.stream().map(String::strip).anyMatch(tag -> matches(tag, etag(item)));
  }

  /** Our tags have no commas, so what others' may hold does not matter. */
  private static boolean matches(String tag, String etag) {
    return tag.equals(ANY) || tag.equals(etag);
  }
}
