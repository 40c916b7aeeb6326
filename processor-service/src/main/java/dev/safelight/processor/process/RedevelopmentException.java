package dev.safelight.processor.process;

import java.util.UUID;

/**
 * An image that has its pictures can't be developed by the settings of today. Operations have to
 * look at it; retrying cannot help.
 */
public class RedevelopmentException extends RuntimeException {

  /** Says what would have been the reason to reject it. */
  public RedevelopmentException(UUID imageId, BadImageException verdict) {
    super(
        "The image %s keeps the pictures it has: %s".formatted(imageId, verdict.detail()), verdict);
  }
}
