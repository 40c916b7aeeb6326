package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.ScannerUnavailableException;
import dev.safelight.scanner.scan.Verdict;
import dev.safelight.scanner.scan.VirusScanner;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Asks a proven clamd. */
@Component
class ClamdScanner implements VirusScanner {

  private final ProvenClamd proven;
  private final ClamdClient clamd;

  ClamdScanner(ProvenClamd proven, ClamdClient clamd) {
    this.proven = proven;
    this.clamd = clamd;
  }

  @Override
  public Verdict scan(InputStream content) {
    var engine = proven.engine();
    try {
      return ClamdReply.verdict(clamd.scan(content), engine);
    } catch (IOException e) {
      proven.doubt();
      throw new ScannerUnavailableException("clamd gave no verdict", e);
    }
  }
}
