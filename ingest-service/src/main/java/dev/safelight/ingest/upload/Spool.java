package dev.safelight.ingest.upload;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.io.IOException;
import java.nio.file.Files;

/** Takes files in to the local disk. Each is deleted by whoever began it, however things end. */
public class Spool {

  private final SpoolFolder folder;
  private final long maxFileSize;

  /**
   * Uses {@code folder}.
   *
   * @param maxFileSize most bytes of a file
   */
  public Spool(SpoolFolder folder, long maxFileSize) {
    this.folder = folder;
    this.maxFileSize = maxFileSize;
  }

  /** Most bytes of a file. */
  public long maxFileSize() {
    return maxFileSize;
  }

  /**
   * Begins a file.
   *
   * @throws UploadUnavailableException if the disk fails
   */
  public IncomingFile begin(FileClaim claim) {
    return begin(claim, maxFileSize);
  }

  /**
   * Begins a file that may have at most this many bytes.
   *
   * @throws UploadUnavailableException if the disk fails
   */
  public IncomingFile begin(FileClaim claim, long maxSize) {
    try {
      return new IncomingFile(
          Files.createTempFile(folder.own(), "upload-", ".part"), claim, maxSize);
    } catch (IOException e) {
      throw new UploadUnavailableException("The spool folder cannot be written", e);
    }
  }
}
