package dev.safelight.processor.libvips;

/**
 * A call of libvips failed. The message is what libvips said: meant for logs, and as its buffer of
 * errors is shared by all threads, now and then with a line of another thread in it.
 */
public class VipsException extends RuntimeException {

  VipsException(String message) {
    super(message);
  }
}
