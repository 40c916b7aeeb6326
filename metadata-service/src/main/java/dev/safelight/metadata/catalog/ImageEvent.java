package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.UUID;

/** A fact about an image, told by another part of the pipeline. */
public sealed interface ImageEvent {

  /** Identity of the fact: the same fact told again has the same. */
  UUID eventId();

  /** The image it is about. */
  UUID imageId();

  /** When it happened. */
  Instant at();

  /**
   * The image was accepted into quarantine.
   *
   * @param upload what was accepted
   * @param details what was said of it
   * @param primary whether it is to stand for its item
   */
  record Uploaded(UUID eventId, UUID imageId, Upload upload, ImageDetails details, boolean primary)
      implements ImageEvent {

    @Override
    public Instant at() {
      return upload.at();
    }
  }

  /**
   * The scanner found nothing.
   *
   * @param again whether somebody had it look a second time, which is no news of an image that it
   *     cleared before
   */
  record Cleared(UUID eventId, UUID imageId, Instant at, boolean again) implements ImageEvent {}

  /**
   * The image will never be published.
   *
   * @param rejection why
   */
  record Rejected(UUID eventId, UUID imageId, Rejection rejection) implements ImageEvent {

    @Override
    public Instant at() {
      return rejection.at();
    }
  }

  /**
   * Every variant is stored.
   *
   * @param development what it was developed into
   */
  record Processed(UUID eventId, UUID imageId, Development development) implements ImageEvent {

    @Override
    public Instant at() {
      return development.at();
    }
  }

  /**
   * Somebody decided whether others may see the image; of all decisions the latest counts.
   *
   * @param decision what, and when
   * @param revision counts what people did to the image; 0 where a classifier decided
   */
  record Moderated(UUID eventId, UUID imageId, Decision decision, long revision)
      implements ImageEvent {

    @Override
    public Instant at() {
      return decision.at();
    }
  }
}
