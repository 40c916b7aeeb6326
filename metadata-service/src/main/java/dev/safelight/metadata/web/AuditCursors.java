package dev.safelight.metadata.web;

import dev.safelight.metadata.audit.AuditQuery.Position;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Cursors are the place of the last entry of a page; clients are not to look inside. */
final class AuditCursors {

  private static final int BYTES = 24;

  private AuditCursors() {}

  static String of(Position last) {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(last.at().toEpochMilli())
            .putLong(last.id().getMostSignificantBits())
            .putLong(last.id().getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The place in a cursor; empty for what is not a cursor of ours. */
  static Optional<Position> parse(String cursor) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      return bytes.remaining() == BYTES
          ? Optional.of(
              new Position(
                  Instant.ofEpochMilli(bytes.getLong()),
                  new UUID(bytes.getLong(), bytes.getLong())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
