package dev.safelight.scanner.scan;

/** Tells the rest of the pipeline. */
public interface VerdictPublisher {

  /** Returns only once the broker has the verdict. */
  void publish(UploadedImage image, Verdict verdict);
}
