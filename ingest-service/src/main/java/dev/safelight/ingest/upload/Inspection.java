package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;
import org.jspecify.annotations.Nullable;

/** What came of looking at a file's header. */
sealed interface Inspection {

  /**
   * An image we take.
   *
   * @param item by whose demands it was judged; null if by none
   */
  record Passed(ImageHeader header, @Nullable Item item) implements Inspection {}

  /** Something else. */
  record Failed(Refusal refusal) implements Inspection {}
}
