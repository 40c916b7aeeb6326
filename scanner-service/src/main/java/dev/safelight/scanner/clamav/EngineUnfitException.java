package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.ScannerUnavailableException;

/**
 * There is a clamd, but its OK would mean nothing. At start this ends the service; later it is
 * waited out like an absence, since somebody has to put it right.
 */
class EngineUnfitException extends ScannerUnavailableException {

  private final String remedy;

  EngineUnfitException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What to do about it, in a sentence. */
  String remedy() {
    return remedy;
  }
}
