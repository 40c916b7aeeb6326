package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.item.Item;
import dev.safelight.webapi.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Which version a change is meant for (RFC 9110, section 13.1.1). */
final class IfMatch {

  private static final String ANY = "*";
  private static final String UNTIL = "-";
  private static final int RADIX = 36;

  /** The part of a tag that is about addresses, which changes have nothing to do with. */
  private static final Pattern ADDRESSES = Pattern.compile(UNTIL + "[0-9a-z]+\"$");

  private IfMatch() {}

  /** The tag of an item. */
  static String etag(Item item) {
    return etag(item.version());
  }

  /** The tag of an image. */
  static String etag(ImageRecord image) {
    return etag(image.history().version());
  }

  /**
   * The tag of what is answered of an image: the addresses in it change without the image.
   *
   * @param urlExpiresAt when they end; null for never
   */
  static String etag(ImageRecord image, @Nullable Instant urlExpiresAt) {
    var version = Long.toString(image.history().version());
    return urlExpiresAt == null
        ? '"' + version + '"'
        : '"' + version + UNTIL + Long.toString(urlExpiresAt.getEpochSecond(), RADIX) + '"';
  }

  /**
   * What the request expects of an item.
   *
   * @throws ProblemException 428 if it does not say
   */
  static Predicate<Item> required(HttpHeaders request) {
    demand(request);
    return optional(request);
  }

  /** What the request expects of an item; anything if it does not say. */
  static Predicate<Item> optional(HttpHeaders request) {
    return item -> holds(request, etag(item));
  }

  /**
   * What the request expects of an image.
   *
   * @throws ProblemException 428 if it does not say
   */
  static Predicate<ImageRecord> requiredOfImage(HttpHeaders request) {
    return image -> {
      demand(request);
      return holds(request, etag(image));
    };
  }

  private static String etag(long version) {
    return '"' + Long.toString(version) + '"';
  }

  private static void demand(HttpHeaders request) {
    if (!request.containsHeader(HttpHeaders.IF_MATCH)) {
      throw ProblemException.of(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition-required",
          "Say which version you change",
          "Get it first, and send the ETag of that answer as If-Match, so that nobody's change is lost.");
    }
  }

  /** Our tags have no commas, so what others' may hold does not matter. */
  private static boolean holds(HttpHeaders request, String etag) {
    var given = request.getOrEmpty(HttpHeaders.IF_MATCH);
    var tags = List.of(String.join(",", given).split(","));
    return given.isEmpty() || tags.stream().map(String::strip).anyMatch(tag -> matches(tag, etag));
  }

  private static boolean matches(String tag, String etag) {
    return tag.equals(ANY)
        || tag.equals(etag)
        || ADDRESSES.matcher(tag).replaceFirst("\"").equals(etag);
  }
}
