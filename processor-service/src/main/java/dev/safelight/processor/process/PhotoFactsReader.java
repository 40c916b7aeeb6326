package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageType;

/** Reads what a camera noted; found by {@link java.util.ServiceLoader}. */
public interface PhotoFactsReader {

  /** What is noted in an image of this type; whatever cannot be read is not known. */
  PhotoFacts read(byte[] content, ImageType type);
}
