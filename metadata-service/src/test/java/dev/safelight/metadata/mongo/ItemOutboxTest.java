package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.IndexDeclarer;
import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditQuery;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.edit.AuditedItemAnnouncer;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.Detaching;
import dev.safelight.metadata.item.DetachingAnnouncer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemChangedException;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.item.ItemExistsException;
import dev.safelight.metadata.item.ItemImages;
import dev.safelight.metadata.item.ItemService;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.outbox.OutboxRelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A crash is the end of the steps after it: here, a step that fails. */
class ItemOutboxTest extends MongoTest {

  private static final Viewer OWNER = new Viewer(Samples.OWNER, false);
  private static final Instant NOW = Samples.START.plus(Duration.ofHours(1));

  private static final AuditQuery ALL =
      new AuditQuery(null, null, null, new AuditQuery.Period(null, null), null);

  private final MongoCollection<Document> documents = database.getCollection("items");
  private final MongoItems items = new MongoItems(documents);
  private final MongoItemOutbox outbox = new MongoItemOutbox(documents);
  private final MongoItemImages itemImages = new MongoItemImages(images);
  private final ItemService service = service(itemImages);
  private final MongoAuditLog audit = new MongoAuditLog(database.getCollection("audit"));
  private final List<Item> told = new CopyOnWriteArrayList<>();
  private final Announcer<Item> broker = item -> Mono.fromRunnable(() -> told.add(item));

  @Test
  void everyVersionIsToldOnceAndInOrder() {
    create("shoe");
    rename("shoe", "Boot");
    delete("shoe");
    create("shoe");
    relay(broker).block();
    relay(broker).block();

    assertThat(told).extracting(Item::version).containsExactly(1L, 2L, 3L, 4L);
    assertThat(told)
        .extracting(item -> item.life().deleted())
        .containsExactly(false, false, true, false);
    assertThat(told.get(1).details().name()).isEqualTo("Boot");
    assertThat(told.get(2).details().name()).isNull();
    assertThat(outbox.waiting(10).collectList().block()).isEmpty();
  }

  @Test
  void crashBeforeTheAnnouncementLosesNothing() {
    create("shoe");
    rename("shoe", "Boot");
    StepVerifier.create(relay(item -> Mono.error(new IllegalStateException("killed"))))
        .verifyError();
    relay(broker).block();

    assertThat(told).extracting(Item::version).containsExactly(1L, 2L);
  }

  @Test
  void laterVersionsWaitForTheEarlierOnes() {
    create("shoe");
    rename("shoe", "Boot");
    StepVerifier.create(
            relay(
                item ->
                    item.version() == 1
                        ? Mono.error(new IllegalStateException("away"))
                        : broker.announce(item)))
        .verifyError();

    assertThat(told).isEmpty();
  }

  /** A compacted topic keeps what was told last, which must then be the truth. */
  @Test
  void whoWasOvertakenHasTheNewestToldAgain() {
    var first = create("shoe");
    rename("shoe", "Boot");
    relay(broker).block();

    broker.announce(first).then(outbox.forget(first)).block();
    relay(broker).block();

    assertThat(told).extracting(Item::version).containsExactly(1L, 2L, 1L, 2L);
    assertThat(outbox.waiting(10).collectList().block()).isEmpty();
  }

  @Test
  void idOfADeletedItemIsUsedAgainWithAHigherVersionAndAnotherOwner() {
    create("shoe");
    delete("shoe");
    var details = new ItemDetails("page", "Home", "{\"a\":1}", Demands.NONE, true);
    var again = service.create("shoe", "another", details).block();

    assertThat(again.version()).isEqualTo(3);
    assertThat(service.get("shoe", new Viewer("another", false)).block()).isEqualTo(told(again));
    assertThatThrownBy(() -> create("shoe")).isInstanceOf(ItemExistsException.class);
  }

  @Test
  void ofManyWhoCreateTheSameOneDoes() {
    create("shoe");
    delete("shoe");
    var made =
        Flux.range(0, 20)
            .flatMap(
                n ->
                    service
                        .create("shoe", "user-" + n, details("Shoe " + n))
                        .onErrorResume(ItemExistsException.class, e -> Mono.empty()))
            .collectList()
            .block();

    assertThat(made).hasSize(1);
    assertThat(items.find("shoe").block()).isEqualTo(told(made.getFirst()));
  }

  @Test
  void ofManyWhoChangeTheSameVersionOneDoes() {
    create("shoe");
    var changed =
        Flux.range(0, 20)
            .flatMap(
                n ->
                    service
                        .change("shoe", OWNER, details("Shoe " + n), item -> item.version() == 1)
                        .onErrorResume(ItemChangedException.class, e -> Mono.empty()))
            .collectList()
            .block();

    assertThat(changed).hasSize(1);
    assertThat(items.find("shoe").block()).isEqualTo(told(changed.getFirst()));
  }

  @Test
  void deletionThatWasCutOffIsFinishedBeforeItIsTold() {
    create("prod_789");
    var image = Samples.id();
    new MongoProjection(images, HoldPolicy.NONE).apply(Samples.uploaded(image)).block();
    var crashing =
        new ItemImages() {
          @Override
          public Mono<Long> count(String itemId) {
            return itemImages.count(itemId);
          }

          @Override
          public Flux<UUID> present(String itemId) {
            return itemImages.present(itemId);
          }

          @Override
          public Flux<UUID> all(String itemId) {
            return Flux.error(new IllegalStateException("killed"));
          }
        };
    StepVerifier.create(service(crashing).delete("prod_789", OWNER, item -> true, true))
        .verifyError(IllegalStateException.class);
    assertThat(itemImages.count("prod_789").block()).isEqualTo(1);

    var belonging = new ArrayList<Long>();
    relay(item -> itemImages.count("prod_789").doOnNext(belonging::add).then(broker.announce(item)))
        .block();

    assertThat(told).extracting(Item::version).containsExactly(1L, 2L);
    assertThat(belonging).containsExactly(1L, 0L);
    var record = new MongoCatalog(images).find(image).block();
    assertThat(record.details().placement().itemId()).isNull();
    assertThat(record.history().version()).isEqualTo(2);
  }

  /** The relay may come to it when somebody else has the id, and images for it. */
  @Test
  void imagesOfWhoeverGotTheIdLaterStay() {
    new MongoProjection(images, HoldPolicy.NONE).apply(Samples.uploaded(Samples.id())).block();
    var deleted = create("prod_789");
    var earlier = new Item.Life(Samples.START, Samples.START.minusMillis(1), true);
    detaching(itemImages)
        .older(new Item(deleted.id(), deleted.owner(), deleted.details(), null, earlier, 2))
        .block();

    assertThat(itemImages.count("prod_789").block()).isEqualTo(1);
  }

  @Test
  void whoDidWhatIsInTheAuditLogOnceHoweverOftenItIsTold() {
    create("shoe");
    rename("shoe", "Boot");
    service.delete("shoe", new Viewer(Samples.ADMIN, true), item -> true, true).block();
    items.replace(items.find("shoe").block().disowned(NOW)).block();
    Announcer<Item> crashing = item -> Mono.error(new IllegalStateException("killed"));
    StepVerifier.create(relay(audited(crashing))).verifyError();
    relay(audited(broker)).block();
    broker.announce(told.get(1)).then(outbox.forget(told.get(1))).block();
    relay(audited(broker)).block();

    assertThat(told).extracting(Item::version).containsExactly(1L, 2L, 3L, 4L, 2L, 4L);
    assertThat(audit.list(ALL, 10).collectList().block())
        .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::detail)
        .containsExactlyInAnyOrder(
            tuple("item.created", Samples.OWNER, ""),
            tuple("item.changed", Samples.OWNER, "name"),
            tuple("item.deleted", Samples.ADMIN, ""),
            tuple("item.changed", "", "owner"));
    assertThat(audit.list(ALL, 10).map(AuditEntry::target).distinct().collectList().block())
        .containsExactly("shoe");
    assertThat(audit.list(ALL, 10).map(AuditEntry::id).collectList().block())
        .containsExactlyInAnyOrderElementsOf(told.stream().map(Item::eventId).distinct().toList());
  }

  private Announcer<Item> audited(Announcer<Item> announcer) {
    return new AuditedItemAnnouncer(audit, announcer);
  }

  /** Once it was told, nobody knows what made it. */
  private static Item told(Item item) {
    return new Item(
        item.id(), item.owner(), item.details(), item.primary(), item.life(), item.version());
  }

  @Test
  void indexesOfItemsAreDeclared() {
    new IndexDeclarer(List.of(new MongoConfiguration().itemIndexes(documents))).declare().block();

    assertThat(Flux.from(documents.listIndexes()).collectList().block()).hasSizeGreaterThan(1);
  }

  private Mono<Void> relay(Announcer<Item> announcer) {
    return new OutboxRelay<>(outbox, new DetachingAnnouncer(detaching(itemImages), announcer), 10)
        .relay();
  }

  private ItemService service(ItemImages itemImages) {
    return new ItemService(
        items, itemImages, detaching(itemImages), () -> {}, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Detaching detaching(ItemImages itemImages) {
    return new Detaching(itemImages, new ImageEdits(new MongoCatalog(images), () -> {}));
  }

  private Item create(String id) {
    return Objects.requireNonNull(service.create(id, Samples.OWNER, details("Shoe")).block());
  }

  private void rename(String id, String name) {
    service.change(id, OWNER, details(name), item -> true).block();
  }

  private void delete(String id) {
    service.delete(id, OWNER, item -> true, false).block();
  }

  private static ItemDetails details(String name) {
    return new ItemDetails("product", name, "{}", Demands.NONE, false);
  }
}
