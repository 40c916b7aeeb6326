package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.ImageLimits;
import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.UploadService;
import dev.safelight.ingest.upload.ledger.Usage;
import java.util.List;

/**
 * What somebody may send. An item may demand more of its images than this.
 *
 * @param maxFileSize most bytes of a file
 * @param maxFiles most files in a request
 * @param allowedTypes media types that are taken, by content
 * @param minDimensions smallest picture
 * @param maxDimensions largest picture
 * @param maxPixels most pixels in all frames together
 * @param quota room in all
 * @param rates uploads that are let in; none where nothing is limited
 */
record LimitsView(
    long maxFileSize,
    int maxFiles,
    List<String> allowedTypes,
    Dimensions minDimensions,
    Dimensions maxDimensions,
    long maxPixels,
    UsageView quota,
    List<Rate> rates) {

  /** Pixels across and down. */
  record Dimensions(int width, int height) {}

  /**
   * One limit.
   *
   * @param scope whose uploads are counted together
   * @param limit most of them in a window
   * @param window seconds in which all of the room comes back
   * @param remaining how many are left
   * @param reset seconds until all of them are there again
   */
  record Rate(String scope, long limit, long window, long remaining, long reset) {

    static Rate of(RateDecision decision) {
      return new Rate(
          decision.scope().externalName(),
          decision.limit().limit(),
          RateHeaders.seconds(decision.limit().window()),
          decision.remaining(),
          RateHeaders.seconds(decision.reset()));
    }
  }

  static LimitsView of(ImageLimits limits, int maxFiles, Usage usage, List<RateDecision> rates) {
    return new LimitsView(
        limits.maxSize(),
        maxFiles,
        UploadService.ALLOWED_TYPES,
        new Dimensions(limits.minWidth(), limits.minHeight()),
        new Dimensions(limits.maxWidth(), limits.maxHeight()),
        limits.maxPixels(),
        UsageView.of(usage),
        rates.stream().map(Rate::of).toList());
  }
}
