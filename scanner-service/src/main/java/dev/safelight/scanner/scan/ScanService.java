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
   * <p>Nothing but malware withdraws an image that is judged again: limits that were lowered since,
   * or an original that was damaged in the store, are no fault of what everybody sees.
   *
   * @throws ScannerUnavailableException if the engine gave no answer
   * @throws QuarantineUnavailableException if the original could not be read to its end
   * @throws InconclusiveScanException if an image that is judged again is neither clean nor malware
   */
  public void scan(UploadedImage image) {
    try {
      var verdict = judge(image);
      if (image.isReplayed()) {
        requireConclusive(image, verdict);
      }
      verdicts.publish(image, verdict);
    } catch (ImageMissingException e) {
      LOG.log(Level.INFO, "Not scanned, as it was deleted: {0}", e.getMessage());
    }
  }

  private static void requireConclusive(UploadedImage image, Verdict verdict) {
    switch (verdict) {
      case Verdict.Clean clean -> {}
      case Verdict.Infected infected -> {}
      case Verdict.NotScannedWhole(var limit) ->
          throw new InconclusiveScanException(
              image.id(), "it is too large or too nested to be scanned whole (" + limit + ")");
      case Verdict.Altered() ->
          throw new InconclusiveScanException(
              image.id(), "what is stored is not what was uploaded");
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
