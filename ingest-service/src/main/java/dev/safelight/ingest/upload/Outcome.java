package dev.safelight.ingest.upload;

import java.util.UUID;

/** What became of one file. */
public sealed interface Outcome {

  /** It is stored and announced, and will not be lost. */
  record Accepted(AcceptedImage image) implements Outcome {}

  /** Its owner sent it before, and would rather have that image. */
  record Duplicate(UUID earlier) implements Outcome {}

  /** It may not enter. */
  record Refused(Refusal refusal) implements Outcome {}

  /** We could not take it right now; it may be sent again. */
  record Unavailable() implements Outcome {}
}
