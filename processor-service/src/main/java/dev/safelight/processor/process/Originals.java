package dev.safelight.processor.process;

import java.io.InputStream;

/** The quarantine, where originals are read. */
public interface Originals {

  /**
   * Opens an original. Failing to read on, an {@link java.io.IOException}, is an outage.
   *
   * @throws OriginalMissingException if there is no such object
   * @throws RuntimeException that is an outage if the store is away
   */
  InputStream open(String objectKey);
}
