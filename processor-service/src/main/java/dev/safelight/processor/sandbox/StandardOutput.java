package dev.safelight.processor.sandbox;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps the standard output for one user. */
public final class StandardOutput {

  private static final int OUTPUT = 1;
  private static final int ERROR = 2;

  private StandardOutput() {}

  /**
   * Takes the standard output of this process for the caller alone; from now on everybody else who
   * prints to it, native code and a crashing JVM included, prints to the standard error.
   *
   * @throws IOException if the system does not allow it
   */
  public static OutputStream reserve() throws IOException {
    int reserved = Libc.dup(OUTPUT);
    Libc.dup2(ERROR, OUTPUT);
    return new FileOutputStream("/dev/fd/" + reserved);
  }
}
