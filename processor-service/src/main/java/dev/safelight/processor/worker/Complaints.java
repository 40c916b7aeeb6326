package dev.safelight.processor.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker writes to its standard error, for the log: bounded, and without what a terminal
 * might obey, as an image may make a decoder say anything.
 */
final class Complaints {

  private static final Logger log = LoggerFactory.getLogger(Complaints.class);
  private static final int MAX_LINES = 200;
  private static final int MAX_LENGTH = 300;

  private final long pid;
  private final InputStream in;
  private int lines;

  private Complaints(long pid, InputStream in) {
    this.pid = pid;
    this.in = new BufferedInputStream(in);
  }

  /** Listens until the worker ends. */
  static void of(Process worker) {
    var complaints = new Complaints(worker.pid(), worker.getErrorStream());
    Thread.ofPlatform().name("complaints-" + worker.pid()).daemon().start(complaints::listen);
  }

  private void listen() {
    var line = new byte[MAX_LENGTH];
    int length = 0;
    try (in) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          log(new String(line, 0, length, UTF_8));
          length = 0;
        } else if (length < MAX_LENGTH) {
          line[length++] = (byte) next;
        }
      }
    } catch (IOException e) {
      log.debug("Worker {} was killed while it spoke", pid, e);
    }
  }

  private void log(String line) {
    lines++;
    if (lines <= MAX_LINES) {
      log.warn("Worker {}: {}", pid, line.replaceAll("\\p{Cntrl}", " "));
    } else if (lines == MAX_LINES + 1) {
      log.warn("Worker {} says more, which is left out", pid);
    }
  }
}
