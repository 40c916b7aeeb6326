package dev.safelight.processor.worker;

import dev.safelight.processor.process.PictureFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says once it is ready.
 *
 * @param identity of its engine
 * @param formats what the engine can write
 * @param leak why its sandbox is not closed; null if it is
 */
record Ready(String identity, Set<PictureFormat> formats, @Nullable String leak) {

  /** For people. */
  String sandbox() {
    return leak == null ? "closed" : "open, as " + leak;
  }
}
