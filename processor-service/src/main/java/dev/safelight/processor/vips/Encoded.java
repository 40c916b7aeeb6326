package dev.safelight.processor.vips;

import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.recipe.Size;

/** A variant without a name. */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Encoded(PictureFormat format, Size size, byte[] content) {

  EncodedVariant named(String name) {
    return new EncodedVariant(name, format, size.width(), size.height(), content);
  }
}
