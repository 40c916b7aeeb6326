package dev.safelight.scanner.scan;

import java.io.IOException;

/** Scans one image and publishes one verdict. Safe to repeat for the same image. */
public class ScanService {

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
   * Judges the original and tells everyone.
   *
   * @throws ImageMissingException if there is no original
   * @throws ScannerUnavailableException if the engine gave no answer
   * @throws QuarantineUnavailableException if the original could not be read to its end
   */
  public void scan(UploadedImage image) {
    verdicts.publish(image, judge(image));
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
