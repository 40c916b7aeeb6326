package dev.safelight.eventing;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What topics keep, and for how long. All services of an installation need the same values, as each
 * of them declares the topics.
 *
 * <p>The defaults together answer a wish for erasure within a month: a purge puts a null record
 * ("tombstone") on each topic at once and another a day later, which closes the segment that the
 * first is in; after that {@code minCompactionLag} passes before the broker may drop what was said
 * of the image, and at {@code maxCompactionLag} it has to. That is 15 days and what the broker
 * takes for it.
 *
 * @param mode whether topics keep the latest event of each image for as long as the image is there,
 *     or every event for a time
 * @param minCompactionLag how long every event is kept, also those that a later one of the same
 *     image replaces: how far back a replay or a consumer that was away finds all that happened;
 *     also how long topics of replays keep theirs
 * @param maxCompactionLag when an event that was replaced or erased has to be gone from the topic
 *     at the latest; the broker needs a segment's worth of patience more
 * @param deleteRetention how long tombstones stay after that. A consumer that reads a topic from
 *     its beginning has to be done within this time, or it may keep an image that was purged
 * @param segment age at which the broker closes a segment of the log. Only closed ones are cleaned,
 *     so this has to be shorter than the pause before the second tombstone ({@code
 *     safelight.metadata.removal.recheck})
 */
record TopicHistory(
    @DefaultValue("compacted") Mode mode,
    @DefaultValue("7d") @DurationMin Duration minCompactionLag,
    @DefaultValue("14d") @DurationMin(millis = 1) Duration maxCompactionLag,
    @DefaultValue("7d") @DurationMin Duration deleteRetention,
    @DefaultValue("6h") @DurationMin(millis = 1) Duration segment) {

  /** What topics of images keep. */
  enum Mode {
    /** The latest event per image, until the image is purged. The catalog can be rebuilt. */
    COMPACTED,
    /** Every event for {@code safelight.eventing.retention}. The catalog can't be rebuilt. */
    TIMED
  }

  @AssertTrue(message = "min-compaction-lag must not be longer than max-compaction-lag")
  boolean isInOrder() {
    return minCompactionLag.compareTo(maxCompactionLag) <= 0;
  }
}
