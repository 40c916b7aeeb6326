package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImagePurgedException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.edit.SuccessionAnnouncer;
import dev.safelight.metadata.edit.Successions;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemChange;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.outbox.OutboxRelay;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Whoever chose the image of an item may be cut off before the images know of it. */
class SuccessionTest extends MongoTest {

  private static final String ITEM = "prod_789";

  private final MongoCollection<Document> documents = database.getCollection("items");
  private final MongoItems items = new MongoItems(documents);
  private final MongoItemOutbox itemOutbox = new MongoItemOutbox(documents);
  private final MongoImageOutbox imageOutbox = new MongoImageOutbox(images);
  private final MongoCatalog catalog = new MongoCatalog(images);
  private final Successions successions = new Successions(new ImageEdits(catalog, () -> {}));

  @Test
  void theRelayTellsWhatWhoeverChoseDidNot() {
    var first = upload();
    var second = upload();
    var item = chosen(chosen(item(), first), second);

    relay().block();

    assertThat(told(first)).containsExactly(List.of(true, 2L), List.of(false, 3L));
    assertThat(told(second)).containsExactly(List.of(true, 3L));
    assertThat(item.version()).isEqualTo(3);
  }

  @Test
  void tellingAgainChangesNothing() {
    var image = upload();
    var item = chosen(item(), image);
    successions.tell(item).block();
    successions.tell(item).block();
    relay().block();

    assertThat(told(image)).containsExactly(List.of(true, 2L));
  }

  @Test
  void aCrashBetweenTheTwoIsMadeUpFor() {
    var first = upload();
    var second = upload();
    var before = chosen(item(), first);
    relay().block();
    var after = chosen(before, second);
    var half = new ItemChange(ItemChange.Kind.CHANGED, null, List.of(), List.of(second));
    successions
        .tell(
            new Item(
                after.id(),
                after.owner(),
                after.details(),
                after.primary(),
                after.life(),
                after.version(),
                half))
        .block();
    assertThat(told(first)).containsExactly(List.of(true, 2L));

    relay().block();
    assertThat(told(first)).containsExactly(List.of(true, 2L), List.of(false, 3L));
    assertThat(told(second)).containsExactly(List.of(true, 3L));
  }

  /** Of two who choose at once the one that comes second to the images may be the first. */
  @Test
  void whatComesLateIsNotBelieved() {
    var first = upload();
    var second = upload();
    var early = chosen(item(), first);
    var late = chosen(early, second);

    successions.tell(late).block();
    successions.tell(early).block();
    relay().block();

    assertThat(told(first)).containsExactly(List.of(false, 3L));
    assertThat(told(second)).containsExactly(List.of(true, 3L));
  }

  @Test
  void anItemIsNotToldBeforeItsImages() {
    var image = upload();
    chosen(item(), image);
    var failing =
        new OutboxRelay<>(
            itemOutbox,
            new SuccessionAnnouncer(
                successions, item -> Mono.error(new IllegalStateException("killed"))),
            10);
    StepVerifier.create(failing.relay()).verifyError();
    assertThat(told(image)).isEmpty();
    Mono.from(documents.updateOne(new Document(), new Document("$pop", new Document("outbox", -1))))
        .block();
    StepVerifier.create(failing.relay()).verifyError();

    assertThat(told(image)).containsExactly(List.of(true, 2L));
  }

  @Test
  void whatWasPurgedHoldsNothingUp() {
    var item = chosen(item(), upload());
    var purged =
        new Catalog() {
          @Override
          public Mono<ImageRecord> find(UUID id) {
            return Mono.error(new ImagePurgedException());
          }

          @Override
          public Mono<Boolean> commit(ImageChange change) {
            return catalog.commit(change);
          }
        };

    StepVerifier.create(new Successions(new ImageEdits(purged, () -> {})).tell(item))
        .verifyComplete();
  }

  private Item item() {
    var details = new ItemDetails("product", null, "{}", Demands.NONE, false);
    var life = new Item.Life(Samples.START, Samples.START, false);
    var item = new Item(ITEM, Samples.OWNER, details, null, life, 1);
    assertThat(items.add(item).block()).isTrue();
    return item;
  }

  private Item chosen(Item item, UUID image) {
    Instant at = Samples.START.plusSeconds(item.version());
    var chosen = item.represented(image, at, Samples.OWNER);
    assertThat(items.replace(chosen).block()).isTrue();
    assertThat(Objects.requireNonNull(items.find(ITEM).block()).change()).isNull();
    return chosen;
  }

  private UUID upload() {
    var id = Samples.id();
    new MongoProjection(images, HoldPolicy.NONE).apply(Samples.uploaded(id)).block();
    return id;
  }

  private Mono<Void> relay() {
    return new OutboxRelay<>(
            itemOutbox, new SuccessionAnnouncer(successions, item -> Mono.empty()), 10)
        .relay();
  }

  /** What is to be told of an image: whether it stands for its item, as of which version. */
  private List<List<Object>> told(UUID image) {
    return imageOutbox
        .waiting(10)
        .flatMapIterable(waiting -> waiting)
        .collectList()
        .block()
        .stream()
        .filter(change -> change.cause().imageId().equals(image))
        .map(change -> ((ImageChange.Updated) change).curation().standing())
        .map(standing -> List.<Object>of(standing.primary(), standing.itemVersion()))
        .toList();
  }
}
