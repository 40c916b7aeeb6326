package dev.safelight.standalone.token;

/** There is no token to be had; the message tells the person why, in one line. */
final class NoTokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoTokenException(String message) {
    super(message);
  }
}
