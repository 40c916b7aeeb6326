package dev.safelight.metadata.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.signing.Purpose;
import dev.safelight.metadata.signing.Signatures;
import java.util.Base64;
import java.util.UUID;

/**
 * Positions as texts that nobody can make up: signed together with the question they belong to.
 *
 * <p>A cursor gives no right: what is found after it is asked for by the viewer who brings it.
 */
final class Cursors {

  private static final char SEPARATOR = '.';
  private static final int LONGEST = 4096;
  private static final int ID_LENGTH = 36;

  private final Signatures signatures;

  Cursors(Signatures signatures) {
    this.signatures = signatures;
  }

  String write(ImageQuery query, Position position) {
    var value = position.value();
    var text = position.id() + (value == null ? "" : '=' + value);
    var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    return payload + SEPARATOR + signatures.sign(Purpose.CURSOR, signed(query, payload));
  }

  /**
   * Where a cursor points to.
   *
   * @throws UnknownCursorException if it is not one that was made for this question
   */
  Position read(ImageQuery query, String cursor) {
    var end = cursor.indexOf(SEPARATOR);
    if (end < 0 || cursor.length() > LONGEST) {
      throw new UnknownCursorException();
    }
    var payload = cursor.substring(0, end);
    if (!signatures.isGenuine(Purpose.CURSOR, signed(query, payload), cursor.substring(end + 1))) {
      throw new UnknownCursorException();
    }
    return position(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
  }

  private static Position position(String text) {
    var id = UUID.fromString(text.substring(0, ID_LENGTH));
    return new Position(id, text.length() == ID_LENGTH ? null : text.substring(ID_LENGTH + 1));
  }

  private static String signed(ImageQuery query, String payload) {
    return payload + '\n' + query.sorting() + '\n' + query.filter();
  }
}
