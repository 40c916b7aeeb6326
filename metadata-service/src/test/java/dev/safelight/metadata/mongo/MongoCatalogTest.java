package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.database.CollectionIndexes;
import dev.safelight.database.IndexDeclarer;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Samples;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class MongoCatalogTest extends MongoTest {

  private final MongoCatalog catalog = new MongoCatalog(images);
  private final MongoImageOutbox outbox = new MongoImageOutbox(images);

  @Test
  void deletionWaitsToBeAnnounced() {
    var announcement = Samples.deletion(upload(Samples.id()));
    var before = catalog.find(announcement.cause().imageId()).block();

    assertThat(catalog.commit(announcement).block()).isTrue();

    assertThat(outbox.waiting(10).collectList().block()).containsExactly(List.of(announcement));
    var after = catalog.find(announcement.cause().imageId()).block();
    assertThat(after.state().deletion()).isEqualTo(Samples.deletion());
    assertThat(after.history().version()).isEqualTo(before.history().version() + 1);
    assertThat(after.history().revision()).isEqualTo(1);
  }

  @Test
  void deletingAgainChangesNothingAndAnnouncesNothing() {
    var announcement = Samples.deletion(upload(Samples.id()));
    catalog.commit(announcement).block();

    assertThat(catalog.commit(Samples.deletion(announcement.cause().imageId())).block()).isFalse();
    assertThat(outbox.waiting(10).collectList().block()).containsExactly(List.of(announcement));
  }

  @Test
  void whatIsUnknownCanNotBeDeleted() {
    assertThat(catalog.commit(Samples.deletion(Samples.id())).block()).isFalse();
    assertThat(outbox.waiting(10).collectList().block()).isEmpty();
  }

  @Test
  void forgottenAnnouncementWaitsNoMore() {
    var announcement = Samples.deletion(upload(Samples.id()));
    var other = Samples.deletion(upload(Samples.id()));
    catalog.commit(announcement).block();
    catalog.commit(other).block();

    outbox.forget(announcement).block();
    outbox.forget(announcement).block();

    assertThat(outbox.waiting(10).collectList().block()).containsExactly(List.of(other));
  }

  @Test
  void eventsThatComeAfterTheDeletionDoNotUndoIt() {
    var announcement = Samples.deletion(upload(Samples.id()));
    catalog.commit(announcement).block();
    apply(Samples.processed(announcement.cause().imageId()));

    assertThat(catalog.find(announcement.cause().imageId()).block().isDeleted()).isTrue();
  }

  @Test
  void indexesAreDeclaredAndMayBeDeclaredAgain() {
    var indexes = new IndexDeclarer(List.of(new CollectionIndexes(images, ImageIndexes.ALL)));
    indexes.declare().block();
    indexes.declare().block();

    var declared = Flux.from(images.listIndexes()).collectList().block();
    assertThat(declared)
        .extracting(index -> index.get("key", Document.class))
        .contains(
            new Document("upload.owner", 1).append("upload.at", -1).append("_id", -1),
            new Document("details.itemId", 1).append("details.order", 1).append("_id", 1),
            new Document("outbox.eventId", 1));
    assertThat(declared)
        .filteredOn(index -> Boolean.TRUE.equals(index.getBoolean("sparse")))
        .extracting(index -> index.get("key", Document.class).keySet())
        .containsExactlyInAnyOrder(
            Set.of("outbox.eventId"), Set.of("deletion.restorableUntil"), Set.of("purged.lookAt"));
  }

  private UUID upload(UUID id) {
    apply(Samples.uploaded(id));
    return id;
  }

  private void apply(ImageEvent event) {
    new MongoProjection(images, HoldPolicy.NONE).apply(event).block();
  }
}
