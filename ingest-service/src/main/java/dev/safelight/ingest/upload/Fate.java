package dev.safelight.ingest.upload;

/** What an uploader who waits is told about the image in the end. */
public sealed interface Fate {

  /**
   * It can be shown.
   *
   * @param image the image as the catalog tells it, JSON
   */
  record Ready(String image) implements Fate {}

  /**
   * It will never be.
   *
   * @param reason for machines, such as {@code infected}
   * @param detail a sentence for the uploader
   */
  record Rejected(String reason, String detail) implements Fate {}

  /** The time is over and neither is certain yet. */
  record Undecided() implements Fate {}

  /** Nobody could say; the image goes its way all the same. */
  record Unknown() implements Fate {}
}
