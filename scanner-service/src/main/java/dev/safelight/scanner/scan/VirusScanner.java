package dev.safelight.scanner.scan;

import java.io.InputStream;

/** Looks for malware in a stream of bytes. */
public interface VirusScanner {

  /**
   * Reads {@code content} to its end and judges it; stops earlier only where it won't say {@link
   * Verdict.Clean}.
   *
   * @throws ScannerUnavailableException if the engine could not give an answer
   */
  Verdict scan(InputStream content);
}
