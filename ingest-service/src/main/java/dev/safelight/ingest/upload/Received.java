package dev.safelight.ingest.upload;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;

/** What came of receiving one file. */
public sealed interface Received {

  /** What the client said about it. */
  FileClaim claim();

  /** It is on the disk. */
  record Spooled(SpooledFile file) implements Received {
    @Override
    public FileClaim claim() {
      return file.claim();
    }
  }

  /** It was refused while it came in, and nothing is kept of it. */
  record Refused(FileClaim claim, Refusal refusal) implements Received {}
}
