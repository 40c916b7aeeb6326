package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** Cursors are the last id of a page in base64url; clients are not to look inside. */
final class ItemCursors {

  /** Tells our cursors from most of what somebody may make up. */
  private static final String MARK = "item:";

  private ItemCursors() {}

  static String of(String last) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + last).getBytes(UTF_8));
  }

  /** The id in a cursor; empty for what is not a cursor of ours. */
  static Optional<String> parse(String cursor) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8))
          .filter(text -> text.startsWith(MARK))
          .map(text -> text.substring(MARK.length()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
