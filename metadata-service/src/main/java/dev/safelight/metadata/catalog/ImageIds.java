package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What an image id tells by itself. */
public final class ImageIds {

  /** {@link UUID#fromString} also takes shorter forms, which would give one image many URLs. */
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private ImageIds() {}

  /** The id that {@code text} spells in its canonical form (RFC 9562, section 4), if it does. */
  public static Optional<UUID> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /** When a UUIDv7 was made, to the millisecond (RFC 9562, section 5.7); empty for others. */
  static Optional<Instant> madeAt(UUID id) {
    return id.version() == 7
        ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
        : Optional.empty();
  }
}
