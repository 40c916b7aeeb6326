package dev.safelight.scanner.scan;

import java.util.UUID;

/** A second look at an original led to no verdict on the image. Retrying cannot help. */
public class InconclusiveScanException extends RuntimeException {

  /** Says why. */
  public InconclusiveScanException(UUID imageId, String reason) {
    super("The image " + imageId + " stays as it is, although " + reason);
  }
}
