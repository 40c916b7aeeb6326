package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Samples;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What waits for a moderator, and what was decided, in the database. */
class ModerationTest extends MongoTest {

  private final MongoProjection holding = new MongoProjection(images, details -> Mono.just(true));
  private final MongoCatalog catalog = new MongoCatalog(images);

  private final UUID id = Samples.id();

  @Test
  void imageIsHeldFromTheFirstMomentInWhateverOrderItsEventsCome() {
    holding.apply(Samples.processed(id)).block();
    holding.apply(Samples.uploaded(id, true)).block();

    assertThat(find().status()).isEqualTo(ImageStatus.HELD);
    assertThat(find().isPublished()).isFalse();
  }

  @Test
  void imageOfWhichNobodyKnowsWhetherItIsHeldIsNotThere() {
    HoldPolicy away = details -> Mono.error(new CatalogUnavailableException(new Throwable("away")));
    var projection = new MongoProjection(images, away);
    holding.apply(Samples.processed(id)).block();

    assertThatThrownBy(() -> projection.apply(Samples.uploaded(id, true)).block())
        .isInstanceOf(CatalogUnavailableException.class);
    assertThat(catalog.find(id).blockOptional()).isEmpty();
  }

  @Test
  void latestDecisionCountsInWhateverOrderTheyCome() {
    var approved = decided(true, 5);
    var refused = decided(false, 6);
    var approvedAtOnce = decided(true, 6);
    for (var order :
        List.of(
            List.of(approved, refused, approvedAtOnce, approved),
            List.of(approvedAtOnce, refused, approved),
            List.of(refused, approvedAtOnce, approved, refused))) {
      Mono.from(images.deleteMany(new Document())).block();
      order.forEach(decision -> holding.apply(decision).block());
      holding.apply(Samples.uploaded(id, true)).block();
      holding.apply(Samples.processed(id)).block();

      assertThat(find().state().moderation().decision()).isEqualTo(refused.decision());
      assertThat(find().status()).isEqualTo(ImageStatus.REJECTED);
    }
  }

  @Test
  void ownDecisionThatComesBackChangesNothing() {
    var moderated = moderated(7);
    assertThat(catalog.commit(moderated).block()).isTrue();
    var before = find();
    holding
        .apply(new ImageEvent.Moderated(moderated.cause().eventId(), id, moderated.decision(), 1))
        .block();

    assertThat(find()).isEqualTo(before);
    assertThat(before.status()).isEqualTo(ImageStatus.READY);
  }

  @Test
  void decisionThatAClassifierWasFasterWithIsMadeAnew() {
    var moderated = moderated(7);
    holding.apply(decided(false, 8)).block();

    assertThat(catalog.commit(moderated).block()).isFalse();
    assertThat(find().status()).isEqualTo(ImageStatus.REJECTED);
  }

  private ImageChange.Moderated moderated(int second) {
    holding.apply(Samples.uploaded(id)).block();
    holding.apply(Samples.processed(id)).block();
    var at = Samples.START.plusSeconds(second);
    return new ImageChange.Moderated(
        find().changedBy(Samples.ADMIN, at), new Decision(true, Samples.ADMIN, "Fine", at));
  }

  private ImageEvent.Moderated decided(boolean approved, int second) {
    var decision = new Decision(approved, "classifier", null, Samples.START.plusSeconds(second));
    return new ImageEvent.Moderated(UUID.randomUUID(), id, decision, 0);
  }

  private ImageRecord find() {
    return catalog.find(id).block();
  }
}
