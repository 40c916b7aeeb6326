package dev.safelight.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Event ids that repeat: the same cause gives the same id, so that a redelivered record is
 * announced again under the id it had and downstream consumers can drop it.
 */
public final class EventIds {

  private EventIds() {}

  /** The id of the event on {@code topic} that {@code cause} led to (a version 3 UUID). */
  public static UUID derived(String topic, UUID cause) {
    return derived(topic, cause, "");
  }

  /** As {@link #derived(String, UUID)}, where one cause may lead to several facts. */
  public static UUID derived(String topic, UUID cause, String detail) {
    return UUID.nameUUIDFromBytes((topic + ' ' + cause + ' ' + detail).getBytes(UTF_8));
  }
}
