package dev.safelight.ingest.upload;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;

/** What came of receiving one file. */
public sealed interface Received {

  /** What the client said about it. */
  FileClaim claim();

  /** The same, for a client that said so about it after the bytes. */
  Received claimedAs(FileClaim claim);

  /** It is on the disk. */
  record Spooled(SpooledFile file) implements Received {
    @Override
    public FileClaim claim() {
      return file.claim();
    }

    @Override
    public Received claimedAs(FileClaim claim) {
      return new Spooled(new SpooledFile(file.path(), claim, file.size(), file.checksums()));
    }
  }

  /** It was refused while it came in, and nothing is kept of it. */
  record Refused(FileClaim claim, Refusal refusal) implements Received {
    @Override
    public Received claimedAs(FileClaim other) {
      return new Refused(other, refusal);
    }
  }
}
