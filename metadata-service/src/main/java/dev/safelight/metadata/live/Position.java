package dev.safelight.metadata.live;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a listener has heard. Names nothing that is secret: whoever makes one up hears no more
 * than what they may see.
 *
 * @param storedAt when the state that was told last was stored, by the clock of the database
 * @param imageId whose state that was
 * @param version which version of it
 */
public record Position(Instant storedAt, UUID imageId, long version) {

  private static final int BYTES = 4 * Long.BYTES;

  /** Before everything. */
  static final Position START = new Position(Instant.EPOCH, new UUID(0, 0), 0);

  /** As clients keep it: in characters that need no escaping. */
  public String text() {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(storedAt.toEpochMilli())
            .putLong(imageId.getMostSignificantBits())
            .putLong(imageId.getLeastSignificantBits())
            .putLong(version)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What {@link #text} made of a position; empty for what is none of ours. */
  public static Optional<Position> parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      return bytes.remaining() == BYTES ? read(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Position> read(ByteBuffer bytes) {
    var storedAt = Instant.ofEpochMilli(bytes.getLong());
    var imageId = new UUID(bytes.getLong(), bytes.getLong());
    var version = bytes.getLong();
    return storedAt.isBefore(Instant.EPOCH) || storedAt.getEpochSecond() > 1L << 36 || version < 0
        ? Optional.empty()
        : Optional.of(new Position(storedAt, imageId, version));
  }
}
