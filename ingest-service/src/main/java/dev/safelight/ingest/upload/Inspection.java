package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;

/** What came of looking at a file's header. */
sealed interface Inspection {

  /** An image we take. */
  record Passed(ImageHeader header) implements Inspection {}

  /** Something else. */
  record Failed(Refusal refusal) implements Inspection {}
}
