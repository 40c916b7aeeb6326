package dev.safelight.processor.process;

import java.io.InputStream;

/** The quarantine, where originals are read. */
public interface Originals {

  /**
   * Opens an original. Failing to read on, an {@link java.io.IOException}, is an outage.
   *
   * @throws RuntimeException that is an outage if the store is away, and a defect if the object is
   *     missing
   */
  InputStream open(String objectKey);
}
