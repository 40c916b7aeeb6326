package dev.safelight.metadata.live;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an event told of an image, and how to know whether its record has the event.
 *
 * @param imageId the image
 * @param owner opaque id of the account it belongs to; null where the event does not say
 * @param proof what the record has then
 */
public record Fact(UUID imageId, @Nullable String owner, Proof proof) {

  /** What a record has that has an event. */
  public sealed interface Proof {

    /** Nothing: the record had it before it was told. */
    record None() implements Proof {}

    /** The id of an event of the pipeline. */
    record Event(UUID eventId) implements Proof {}

    /** A decision of that time, or a later one. */
    record Decided(Instant at) implements Proof {}

    /** Nothing: there is no record any more. Whoever says so names the owner. */
    record Gone() implements Proof {}
  }
}
