package dev.safelight.ingest.upload;

import java.util.UUID;

/**
 * One file that has come in, through whichever door, and what is asked for it.
 *
 * @param id identity the image gets if it is accepted; submitting it again under the same id makes
 *     the same image
 * @param uploader who sends it
 * @param file its bytes
 * @param fields what the uploader says about it
 * @param onDuplicate what to do if this owner sent the same bytes before
 */
public record Submission(
    UUID id, Uploader uploader, SpooledFile file, ImageFields fields, OnDuplicate onDuplicate) {

  /** The same with another wish. */
  public Submission with(OnDuplicate other) {
    return new Submission(id, uploader, file, fields, other);
  }
}
