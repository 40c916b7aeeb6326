package dev.safelight.metadata.signing;

import java.time.Duration;

/**
 * How long keys are good for.
 *
 * @param rotation age at which a key is followed by the next
 * @param validity how long after that it still tells what is genuine; receipts have no such end
 * @param refresh how often an instance looks for keys that others made
 */
public record SigningSettings(Duration rotation, Duration validity, Duration refresh) {

  /** So long nobody signs with a new key: until then every instance has seen it. */
  Duration settling() {
    return refresh.multipliedBy(3);
  }
}
