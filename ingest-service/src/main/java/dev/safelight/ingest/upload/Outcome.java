package dev.safelight.ingest.upload;

/** What became of one file. */
public sealed interface Outcome {

  /** It is stored and announced, and will not be lost. */
  record Accepted(AcceptedImage image) implements Outcome {}

  /** It may not enter. */
  record Refused(Refusal refusal) implements Outcome {}

  /** We could not take it right now; it may be sent again. */
  record Unavailable() implements Outcome {}
}
