package dev.safelight.processor.process;

import java.time.Duration;

/** Hears what images cost, and what became of them. */
public interface Measurements {

  /** Nobody wants to know. */
  Measurements NONE =
      new Measurements() {
        @Override
        public void took(Phase phase, Duration time) {}

        @Override
        public void rejected(RejectionReason reason) {}
      };

  /** What happens to an image, one after the other. */
  enum Phase {
    /** Its original is read from quarantine. */
    READ,
    /** Its pixels are made. */
    DECODE,
    /** Its variants are made. */
    ENCODE,
    /** Its variants are stored. */
    WRITE
  }

  /** A phase of one image is over. */
  void took(Phase phase, Duration time);

  /** An image was rejected. */
  void rejected(RejectionReason reason);
}
