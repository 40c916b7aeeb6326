package dev.safelight.processor.process;

import java.io.IOException;

/** Reading an original broke off. An outage: it is waited out. */
public class OriginalUnreachableException extends RuntimeException {

  OriginalUnreachableException(IOException cause) {
    super("Reading the original broke off", cause);
  }
}
