package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.Engine;
import dev.safelight.scanner.scan.ScanLimit;
import dev.safelight.scanner.scan.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/**
 * Finds out whether an OK of this clamd means anything.
 *
 * <p>Out of the box clamd answers OK to what is larger than its MaxFileSize or MaxScanSize, unread.
 * Its settings can't be asked for, so its behaviour is tried.
 */
@Component
class ClamdProof {

  /** By how much the large probe is larger than the limit, so that the limit lies inside. */
  private static final int MARGIN_BYTES = 64 * 1024;

  private final ClamdClient clamd;
  private final ScanLimit limit;

  ClamdProof(ClamdClient clamd, ScanLimit limit) {
    this.clamd = clamd;
    this.limit = limit;
  }

  /**
   * Lets clamd look for the test file, alone, at the end of what is as large as an original may be,
   * and in what is twice as large.
   *
   * @throws EngineUnfitException if it missed what it has to see
   * @throws IOException if it did not answer
   */
  void prove(Engine engine) throws IOException {
    requireFound(
        verdict(new ByteArrayInputStream(Eicar.file()), engine),
        "It does not report the EICAR test file.",
        "Check that its DatabaseDirectory holds signatures and that its log tells of loading them.");
    int probe = Math.toIntExact(limit.bytes()) + MARGIN_BYTES;
    requireFound(
        verdict(Eicar.behind(probe), engine),
        "It does not look at all of what is %,d bytes long.".formatted(probe),
        ("In its configuration, StreamMaxLength and MaxFileSize must be more than %,d bytes,"
                + " MaxScanSize more than twice that, and ScanArchive yes.")
            .formatted(probe));
    refuseOkOf(2 * probe, engine);
  }

  /** Here a limit is a good answer, and OK the one that gives the trap away. */
  private void refuseOkOf(int size, Engine engine) throws IOException {
    if (verdict(Eicar.behind(size), engine) instanceof Verdict.Clean) {
      throw new EngineUnfitException(
          "It says OK to what is %,d bytes long without having looked at it.".formatted(size),
          "Set AlertExceedsMax yes in its configuration.");
    }
  }

  private static void requireFound(Verdict verdict, String failure, String remedy) {
    if (!(verdict instanceof Verdict.Infected)) {
      throw new EngineUnfitException(failure + " It said: " + verdict, remedy);
    }
  }

  private Verdict verdict(InputStream probe, Engine engine) throws IOException {
    return ClamdReply.verdict(clamd.scan(probe), engine);
  }
}
