package dev.safelight.metadata.item;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids for items whose creators have none: UUIDs of version 7 (RFC 9562, section 5.7). */
class ItemIds {

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  ItemIds(Clock clock) {
    this.clock = clock;
  }

  String next() {
    var high = clock.millis() << 16 | 0x7000 | random.nextInt(1 << 12);
    return new UUID(high, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L).toString();
  }
}
