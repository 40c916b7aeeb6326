package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.ImageRecord;
import java.time.Instant;

/**
 * What an image has come to.
 *
 * @param image as it is
 * @param storedAt since when the database has it like that, by its own clock
 */
public record Change(ImageRecord image, Instant storedAt) {

  /** How far somebody has heard who was told of it. */
  public Position position() {
    return new Position(storedAt, image.id(), image.history().version());
  }
}
