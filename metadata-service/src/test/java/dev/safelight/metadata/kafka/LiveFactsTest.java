package dev.safelight.metadata.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImageModerated;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.ImageUpdated;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.ItemChanged;
import dev.safelight.event.Topics;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.live.Fact;
import dev.safelight.metadata.live.Fact.Proof;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class LiveFactsTest {

  private static final UUID EVENT = UUID.randomUUID();
  private static final UUID IMAGE = Samples.id();
  private static final String OWNER = Samples.OWNER;

  @Test
  void allThatIsHeardIsAReasonToLook() {
    var reasons = reasons();

    assertThat(reasons.keySet().stream().map(event -> Topics.of(event.getClass())))
        .containsExactlyInAnyOrder(LiveEventsConfiguration.TOPICS);
    assertThat(reasons).allSatisfy((event, fact) -> assertThat(LiveFacts.of(event)).contains(fact));
  }

  @Test
  void nothingElseIs() {
    assertThat(LiveFacts.of(new ItemChanged())).isEmpty();
    assertThat(LiveFacts.of(null)).as("a tombstone").isEmpty();
    var secondLook = new ImageCleared();
    put(secondLook, "rescan", true);
    assertThat(LiveFacts.of(event(secondLook))).as("of what was cleared before").isEmpty();
  }

  private static Map<SpecificRecord, Fact> reasons() {
    var pipeline = new Fact(IMAGE, null, new Proof.Event(EVENT));
    var people = new Fact(IMAGE, OWNER, new Proof.None());
    return Map.of(
        event(new ImageUploaded()), new Fact(IMAGE, OWNER, pipeline.proof()),
        event(new ImageCleared()), pipeline,
        event(new ImageRejected()), pipeline,
        event(new ImageProcessed()), pipeline,
        event(new ImageUpdated()), people,
        event(new ImageDeleted()), people,
        event(new ImageRestored()), people,
        event(new ImagePurged()), new Fact(IMAGE, OWNER, new Proof.Gone()),
        event(new ImageModerated()), new Fact(IMAGE, null, new Proof.Decided(Samples.START)));
  }

  /** With what is looked at, and no more. */
  private static SpecificRecord event(SpecificRecordBase event) {
    put(event, "eventId", EVENT);
    put(event, "imageId", IMAGE);
    put(event, "occurredAt", Samples.START);
    put(event, "owner", OWNER);
    return event;
  }

  private static void put(SpecificRecordBase event, String field, Object value) {
    if (event.hasField(field)) {
      event.put(field, value);
    }
  }
}
