package dev.safelight.recipe;

/** What was asked for cannot be made with these settings; the message may be shown to uploaders. */
public class UnsuitableRequestException extends RuntimeException {

  UnsuitableRequestException(String message) {
    super(message);
  }
}
