package dev.safelight.processor.imageio;

import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.PictureFormat;

/** A variant that has no name yet. */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Encoded(PictureFormat format, int width, int height, byte[] content) {

  EncodedVariant named(String name) {
    return new EncodedVariant(name, format, width, height, content);
  }
}
