package dev.safelight.ingest.upload;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A received file on the local disk, for as long as its request lasts.
 *
 * @param path where its bytes are
 * @param claim what the client said about it
 * @param size bytes that were received
 * @param checksums computed while they were
 */
public record SpooledFile(Path path, FileClaim claim, long size, Checksums checksums) {

  /**
   * What the client says about a file; believed in nothing.
   *
   * @param name its name, for show
   * @param type its media type, for diagnosis
   */
  public record FileClaim(@Nullable String name, @Nullable String type) {

    /** Cleans the name. */
    public FileClaim {
      name = FileNames.clean(name);
    }
  }

  /**
   * Digests in lower-case hexadecimal.
   *
   * @param sha256 the one that is compared later
   * @param md5 for comparison with other systems, not for trust
   */
  public record Checksums(String sha256, String md5) {}
}
