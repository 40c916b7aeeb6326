package dev.safelight.scanner.scan;

import java.io.IOException;
import java.lang.System.Logger.Level;

/** Scans one image and publishes one verdict. Safe to repeat for the same image. */
public class ScanService {

  private static final System.Logger LOG = System.getLogger(ScanService.class.getName());

  private final QuarantineStore quarantine;
  private final VirusScanner scanner;
  private final VerdictPublisher verdicts;
  private final ScanLimit limit;

  /**
   * Rejects what exceeds {@code limit} without asking the scanner, whose answer would mean nothing.
   */
  public ScanService(
      QuarantineStore quarantine,
      VirusScanner scanner,
      VerdictPublisher verdicts,
      ScanLimit limit) {
    this.quarantine = quarantine;
    this.scanner = scanner;
    this.verdicts = verdicts;
    this.limit = limit;
  }

  /**
   * Judges the original and tells everyone. Of one that is not there any more nothing is to be
   * told: originals are stored before they are announced, so it was deleted since.
   *
   * @throws ScannerUnavailableException if the engine gave no answer
   * @throws QuarantineUnavailableException if the original could not be read to its end
   */
  public void scan(UploadedImage image) {
    try {
      verdicts.publish(image, judge(image));
    } catch (ImageMissingException e) {
      LOG.log(Level.INFO, "Not scanned, as it was deleted: {0}", e.getMessage());
    }
  }

  private Verdict judge(UploadedImage image) {
    if (limit.isExceededBy(image)) {
      return new Verdict.NotScannedWhole("more than " + limit.bytes() + " bytes");
    }
    var content = new MeasuredContent(quarantine.open(image.objectKey()), image.objectKey());
    try (content) {
      var verdict = scanner.scan(content);
      var altered = verdict instanceof Verdict.Clean && !content.isOf(image);
      return altered ? new Verdict.Altered() : verdict;
    } catch (IOException e) {
      throw new QuarantineUnavailableException(image.objectKey(), e); // closing failed
    }
  }
}
