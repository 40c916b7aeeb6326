package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.Objects;

/**
 * Why an image will never be published.
 *
 * @param reason for machines, such as {@code infected}
 * @param detail a sentence for the uploader
 * @param stage which part of the pipeline judged, such as {@code scan}
 * @param at when
 */
public record Rejection(String reason, String detail, String stage, Instant at) {

  /** Said by a moderator. */
  static Rejection by(Decision decision) {
    var detail =
        Objects.requireNonNullElse(decision.reason(), "A moderator decided not to publish it.");
    return new Rejection("refused", detail, "moderation", decision.at());
  }
}
