package dev.safelight.processor.process;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The images bucket. Every method throws an outage when the store is away. */
public interface VariantStore {

  /**
   * What is stored of an image: MD5 in lower-case hexadecimal digits by object key. What the store
   * tells no MD5 of is left out, or has another text in its place.
   */
  Map<String, String> digests(UUID imageId);

  /** Stores a picture; storing the same again changes nothing. */
  void put(String objectKey, byte[] content, String mimeType);

  /** What was remembered of an image developed by this recipe, if it was finished before. */
  Optional<ProcessedImage> manifest(UUID imageId, String recipe);

  /** Whether an image was finished before, by whatever recipe. */
  boolean isDeveloped(UUID imageId);

  /** Remembers that all variants of an image are stored. */
  void remember(UUID imageId, ProcessedImage manifest);
}
