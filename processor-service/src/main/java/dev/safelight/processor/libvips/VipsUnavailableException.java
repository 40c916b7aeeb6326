package dev.safelight.processor.libvips;

/** There is no libvips that can be used; the message says what was looked for. */
public class VipsUnavailableException extends RuntimeException {

  VipsUnavailableException(String message) {
    super(message);
  }

  VipsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
