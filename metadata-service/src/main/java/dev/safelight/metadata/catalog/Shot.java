package dev.safelight.metadata.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What the camera noted when it took the picture.
 *
 * @param takenAt by the clock of the camera, which knows no time zone: an ISO 8601 local date and
 *     time
 * @param camera maker and model
 * @param lens model of the lens
 */
public record Shot(@Nullable String takenAt, @Nullable String camera, @Nullable String lens) {

  /** Nothing is known. */
  public static final Shot UNKNOWN = new Shot(null, null, null);
}
