package dev.safelight.processor.process;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The few facts a camera notes that harm nobody; never a position, an owner or a serial number.
 *
 * @param takenAt when the picture was taken by the clock of the camera, which knows no time zone
 * @param camera maker and model
 * @param lens model of the lens
 */
public record PhotoFacts(
    @Nullable LocalDateTime takenAt, @Nullable String camera, @Nullable String lens) {

  /** Nothing is known, or nobody wants to know. */
  public static final PhotoFacts NONE = new PhotoFacts(null, null, null);
}
