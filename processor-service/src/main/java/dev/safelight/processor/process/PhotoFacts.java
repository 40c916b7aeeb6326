package dev.safelight.processor.process;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The few facts a camera notes that harm nobody; never a position, an owner or a serial number.
 *
 * @param takenAt when the picture was taken by the clock of the camera, which knows no time zone
 * @param camera maker and model, at most {@link #MAX_LENGTH} printable characters
 * @param lens model of the lens, likewise
 */
public record PhotoFacts(
    @Nullable LocalDateTime takenAt, @Nullable String camera, @Nullable String lens) {

  /** Nothing is known, or nobody wants to know. */
  public static final PhotoFacts NONE = new PhotoFacts(null, null, null);

  /** Longest text, in characters. */
  public static final int MAX_LENGTH = 100;

  /** Refuses what is too long or not to be printed. */
  public PhotoFacts {
    requirePrintable(camera);
    requirePrintable(lens);
  }

  private static void requirePrintable(@Nullable String text) {
    if (text != null
        && (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl))) {
      throw new IllegalArgumentException("A fact is at most 100 printable characters");
    }
  }
}
