package dev.safelight.processor.process;

import java.util.Optional;
import java.util.UUID;

/** The images bucket. Every method throws an outage when the store is away. */
public interface VariantStore {

  /** Stores a picture; storing the same again changes nothing. */
  void put(String objectKey, byte[] content, String mimeType);

  /** What was remembered of an image developed by this recipe, if it was finished before. */
  Optional<ProcessedImage> manifest(UUID imageId, String recipe);

  /** Remembers that all variants of an image are stored. */
  void remember(UUID imageId, ProcessedImage manifest);
}
