package dev.safelight.processor.sandbox;

import java.io.IOException;

/** The kernel refused. */
class SystemCallException extends IOException {

  private final int errno;

  SystemCallException(int errno) {
    super("The system refused with error " + errno);
    this.errno = errno;
  }

  int errno() {
    return errno;
  }
}
