package dev.safelight.scanner.scan;

import java.io.InputStream;

/** Where uninspected originals wait. */
public interface QuarantineStore {

  /**
   * Opens the original; the caller closes it.
   *
   * @throws ImageMissingException if there is no such object
   * @throws QuarantineUnavailableException if the store did not answer
   */
  InputStream open(String objectKey);
}
