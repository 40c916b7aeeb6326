package dev.safelight.metadata.accesslog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for a picture.
 *
 * @param id identity; what has the same is kept once
 * @param at when
 * @param picture of what
 * @param action what was done
 * @param account who did it; null for whoever held a signed address
 * @param link the signed address that was made or used; null if it was neither
 * @param purpose what a signed address is for, as whoever had it made says; null if they don't
 * @param network where the request came from, shortened so that it tells no person
 */
public record Access(
    UUID id,
    Instant at,
    Picture picture,
    Action action,
    @Nullable String account,
    @Nullable UUID link,
    @Nullable String purpose,
    String network) {

  /**
   * A picture of an image.
   *
   * @param imageId the image
   * @param owner whose it is
   * @param variant which picture
   */
  public record Picture(UUID imageId, String owner, String variant) {}

  /** What can be done with a picture. */
  public enum Action {
    /** A signed address was made. */
    SIGNED,
    /** The picture was asked for, and granted. */
    OPENED
  }
}
