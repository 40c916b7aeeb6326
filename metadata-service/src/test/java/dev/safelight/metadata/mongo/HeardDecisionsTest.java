package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.moderation.HeardDecisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * A compacted topic keeps what was told last, which must in the end be the decision that counts.
 */
class HeardDecisionsTest extends MongoTest {

  private final UUID id = Samples.id();
  private final List<ImageEvent.Moderated> topic = new ArrayList<>();
  private final HeardDecisions one = instance();
  private final HeardDecisions other = instance();
  private int offset;

  @BeforeEach
  void upload() {
    new MongoProjection(images, HoldPolicy.NONE).apply(Samples.uploaded(id)).block();
  }

  @Test
  void whatAModeratorDecidedIsToldAgainAfterSomethingOlder() {
    var refused = decide(false, 7);
    topic.add(refused);
    topic.add(classified(true, 5));
    hearAll();

    assertThat(topic).hasSize(4).last().isEqualTo(refused);
    assertThat(find().state().moderation().isRefused()).isTrue();
  }

  @Test
  void whatAClassifierDecidedIsToldAgainAsItWas() {
    var refused = classified(false, 7);
    topic.add(refused);
    topic.add(classified(true, 5));
    hearAll();

    assertThat(topic).hasSize(4).last().isEqualTo(refused);
  }

  @Test
  void nothingIsToldAgainWhereTheLatestWasToldLast() {
    topic.add(classified(true, 5));
    hearAll();
    topic.add(decide(false, 7));
    topic.add(topic.getLast());
    hearAll();

    assertThat(topic).hasSize(3);
  }

  /** Told again it has the name that the catalog has, and is the same fact by either name. */
  @Test
  void whoDecidedMayHaveBeenErasedMeanwhile() {
    var refused = decide(false, 7);
    topic.add(refused);
    new MongoImageTraces(images).forget(Samples.ADMIN, Instant.now()).block();
    hearAll();
    assertThat(topic).hasSize(1);

    topic.add(classified(true, 5));
    hearAll();
    assertThat(topic).hasSize(4);
    assertThat(topic.getLast().decision().by()).isEqualTo("erased");
    assertThat(topic.getLast().eventId()).isEqualTo(refused.eventId());
  }

  @Test
  void nothingMoreIsToldOfWhatIsBeingPurged() {
    topic.add(decide(false, 7));
    topic.add(classified(true, 5));
    var purge = new Document("$set", new Document(Fields.PURGE, Samples.START));
    Mono.from(images.updateOne(new Document(Fields.ID, id.toString()), purge)).block();
    hearAll();

    assertThat(topic).hasSize(2);
  }

  @Test
  void latestIsTheLastOfTheTopicInWhateverOrderTheyAreTold() {
    var seed = System.nanoTime();
    var dice = new Random(seed);
    for (int decision = 0; decision < 40; decision++) {
      var second = 1 + dice.nextInt(20);
      if (dice.nextInt(3) == 0) {
        topic.add(decide(dice.nextBoolean(), second));
      } else {
        topic.add(classified(dice.nextBoolean(), second));
      }
      if (dice.nextBoolean()) {
        topic.add(topic.get(dice.nextInt(topic.size())));
      }
      if (dice.nextInt(4) == 0) {
        hearAll();
      }
    }
    hearAll();

    assertThat(topic.getLast().decision())
        .as("seed %d", seed)
        .isEqualTo(find().state().moderation().decision());
  }

  /** Both of two instances hear all of it, also what they told each other, until nothing is new. */
  private void hearAll() {
    for (; offset < topic.size(); offset++) {
      assertThat(topic).as("told without end").hasSizeLessThan(1000);
      one.hear(topic.get(offset)).block();
      other.hear(topic.get(offset)).block();
    }
  }

  private HeardDecisions instance() {
    return new HeardDecisions(
        new MongoProjection(images, HoldPolicy.NONE),
        entry -> Mono.empty(),
        new MongoDecisions(images),
        change -> Mono.fromRunnable(() -> topic.add(told((ImageChange.Moderated) change))));
  }

  /** Its decision is as much later than the one before as it has to be. */
  private ImageEvent.Moderated decide(boolean approved, int second) {
    var at = Samples.START.plusSeconds(second);
    var before = find().state().moderation().decision();
    var after = before == null || before.at().isBefore(at) ? at : before.at().plusMillis(1);
    var cause = find().changedBy(Samples.ADMIN, after);
    var change =
        new ImageChange.Moderated(
            cause, new Decision(approved, Samples.ADMIN, "Because", cause.at()));
    assertThat(new MongoCatalog(images).commit(change).block()).isTrue();
    return told(change);
  }

  private ImageEvent.Moderated classified(boolean approved, int second) {
    var decision = new Decision(approved, "classifier", null, Samples.START.plusSeconds(second));
    return new ImageEvent.Moderated(UUID.randomUUID(), id, decision, 0);
  }

  private static ImageEvent.Moderated told(ImageChange.Moderated change) {
    var cause = change.cause();
    return new ImageEvent.Moderated(
        cause.eventId(), cause.imageId(), change.decision(), cause.revision());
  }

  private ImageRecord find() {
    return new MongoCatalog(images).find(id).block();
  }
}
