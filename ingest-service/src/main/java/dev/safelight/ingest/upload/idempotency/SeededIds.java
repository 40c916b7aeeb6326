package dev.safelight.ingest.upload.idempotency;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Makes the ids of what a request makes: always the same from the same seed, in the same order. The
 * seed is a UUID of version 7, and so are they, with its time; who doesn't know the seed can't
 * guess them.
 */
public class SeededIds implements Supplier<UUID> {

  private static final long COUNTER = 0xFFF;
  private static final long TIME_AND_VERSION = ~COUNTER;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final UUID seed;
  private final AtomicInteger made = new AtomicInteger();

  /** Starts over with a seed. */
  public SeededIds(UUID seed) {
    this.seed = seed;
  }

  /** The next id. */
  @Override
  public UUID get() {
    int index = made.getAndIncrement();
    long high = seed.getMostSignificantBits();
    long counter = (high + index) & COUNTER;
    return new UUID((high & TIME_AND_VERSION) | counter, (random(index) >>> 2) | VARIANT);
  }

  private long random(int index) {
    var input =
        ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
            .putLong(seed.getMostSignificantBits())
            .putLong(seed.getLeastSignificantBits())
            .putInt(index);
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(input.array())).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
