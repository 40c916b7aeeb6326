package dev.safelight.ingest.upload;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, 12 bits of which the
 * later are counted up within a millisecond (section 6.2, method 1), and 62 random bits. So the ids
 * of one instance rise in the order they were made, and can't be guessed.
 */
public class ImageIds {

  private static final int COUNTER_BITS = 12;

  /** Counters start in the lower half, which leaves room to count before the next millisecond. */
  private static final int COUNTER_START_BITS = 11;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong latest = new AtomicLong();
  private final Clock clock;

  /** Takes the milliseconds from {@code clock}; one that goes back does no harm. */
  public ImageIds(Clock clock) {
    this.clock = clock;
  }

  /** A new id, greater than all made before. */
  public UUID next() {
    long fresh = clock.millis() << COUNTER_BITS | random.nextInt(1 << COUNTER_START_BITS);
    long time = latest.accumulateAndGet(fresh, (last, now) -> Math.max(now, last + 1));
    long millis = time >>> COUNTER_BITS;
    long counter = time & ((1 << COUNTER_BITS) - 1);
    long high = millis << 16 | 0x7000 | counter;
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
