package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Moderation;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Shot;
import dev.safelight.testservers.EmbeddedMongo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class MongoProjectionTest extends MongoTest {

  private final MongoProjection projection = new MongoProjection(images, HoldPolicy.NONE);

  private final UUID id = Samples.id();

  @Test
  void everyOrderOfTheEventsGivesTheSameDocument() {
    var events = allFour(id);
    apply(events);
    var expected = document(id);

    for (var order : permutations(events)) {
      Mono.from(images.deleteMany(new Document())).block();
      apply(order);
      assertThat(document(id)).as("after %s", order).isEqualTo(expected);
    }
    assertThat(expected.getInteger("rank")).isEqualTo(ImageStatus.REJECTED.rank());
    assertThat(expected.getLong("version")).isEqualTo(4);
  }

  /** However often an archive is scanned, its records stay as they are. */
  @Test
  void aSecondLookIsNoNewsOfWhatWasClearedBefore() {
    apply(List.of(Samples.uploaded(id)));
    apply(List.of(Samples.clearedAgain(id)));
    assertThat(document(id).getInteger("rank")).isEqualTo(ImageStatus.CLEARED.rank());

    apply(List.of(Samples.processed(id)));
    var expected = document(id);
    apply(List.of(Samples.clearedAgain(id)));
    assertThat(document(id)).isEqualTo(expected);
  }

  @Test
  void ofTwoDevelopmentsTheLastThatWasToldCounts() {
    var first = Samples.processed(id);
    apply(List.of(Samples.uploaded(id), first));
    var second =
        new ImageEvent.Processed(
            UUID.randomUUID(),
            id,
            new Development(
                first.development().dimensions(),
                "other",
                first.development().variants(),
                first.development().appearance(),
                first.development().shot(),
                first.development().at().plusSeconds(60)));
    apply(List.of(second));
    apply(List.of(first));
    assertThat(document(id).getEmbedded(List.of("development", "recipe"), String.class))
        .isEqualTo("other");
  }

  @Test
  void eventsThatComeAgainChangeNothing() {
    var events = allFour(id);
    apply(events);
    var expected = document(id);

    for (var order : permutations(events)) {
      apply(order);
    }
    assertThat(document(id)).isEqualTo(expected);
  }

  @Test
  void everyOrderWithoutTheRejectionEndsReady() {
    for (var order :
        permutations(List.of(Samples.uploaded(id), Samples.cleared(id), Samples.processed(id)))) {
      Mono.from(images.deleteMany(new Document())).block();
      apply(order);
      assertThat(find(id).status()).as("after %s", order).isEqualTo(ImageStatus.READY);
    }
  }

  @Test
  void manyWritersAtOnceLoseNothing() {
    var events = allFour(id);
    Flux.range(0, 12)
        .flatMap(
            copy ->
                Flux.fromIterable(events)
                    .flatMap(event -> projection.apply(event).subscribeOn(Schedulers.parallel())))
        .blockLast();

    assertThat(document(id).getLong("version")).isEqualTo(4);
    assertThat(find(id).state().rejection()).isEqualTo(Samples.rejection());
  }

  /** A replica set tells it so; the embedded server has no such race. */
  @Test
  void whoLosesTheRaceToBeFirstTriesAgain() {
    apply(List.of(Samples.uploaded(id)));
    new MongoProjection(losingTheRace(), HoldPolicy.NONE).apply(Samples.cleared(id)).block();

    assertThat(find(id).status()).isEqualTo(ImageStatus.CLEARED);
  }

  @Test
  void whatWasSaidIsReadAsItWasSaid() {
    var development = Samples.development(id);
    apply(List.of(Samples.uploaded(id, true), Samples.cleared(id), Samples.processed(id)));

    assertThat(find(id))
        .isEqualTo(
            new ImageRecord(
                id,
                Samples.upload(),
                Samples.details(true),
                new ImageRecord.State(ImageStatus.READY, development, null, Moderation.NONE, null),
                new ImageRecord.History(3, 0, development.at(), null)));
  }

  /** As it was projected before the processor told how an image looks. */
  @Test
  void documentsOfOldAreRead() {
    apply(List.of(Samples.uploaded(id), Samples.processed(id)));
    var looks = new Document("development.appearance", "").append("development.shot", "");
    Mono.from(images.updateOne(new Document("_id", id.toString()), new Document("$unset", looks)))
        .block();

    var development = find(id).state().development();
    assertThat(development.appearance()).isEqualTo(Appearance.UNKNOWN);
    assertThat(development.shot()).isEqualTo(Shot.UNKNOWN);
  }

  @Test
  void anImageWhoseUploadIsNotKnownYetIsNobodys() {
    apply(List.of(Samples.cleared(id), Samples.processed(id)));

    StepVerifier.create(new MongoCatalog(images).find(id)).verifyComplete();
  }

  @Test
  void databaseThatIsAwayIsAnOutage() {
    try (var away = new EmbeddedMongo();
        var impatient = away.client(Duration.ofMillis(300))) {
      away.stop();
      StepVerifier.create(
              new MongoProjection(
                      impatient.getDatabase("test").getCollection("images"), HoldPolicy.NONE)
                  .apply(Samples.cleared(id)))
          .verifyError(CatalogUnavailableException.class);
    }
  }

  /** The images, but every insert finds that somebody else was quicker. */
  @SuppressWarnings("unchecked")
  private MongoCollection<Document> losingTheRace() {
    var duplicate =
        new MongoWriteException(
            new WriteError(11000, "E11000", new BsonDocument()), new ServerAddress(), Set.of());
    InvocationHandler handler =
        (proxy, method, arguments) ->
            arguments[arguments.length - 1] instanceof UpdateOptions options && options.isUpsert()
                ? Mono.error(duplicate)
                : method.invoke(images, arguments);
    return (MongoCollection<Document>)
        Proxy.newProxyInstance(
            MongoCollection.class.getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            handler);
  }

  private static List<ImageEvent> allFour(UUID id) {
    return List.of(
        Samples.uploaded(id), Samples.cleared(id), Samples.processed(id), Samples.rejected(id));
  }

  private void apply(List<? extends ImageEvent> events) {
    Flux.fromIterable(events).concatMap(projection::apply).blockLast();
  }

  private ImageRecord find(UUID id) {
    return new MongoCatalog(images).find(id).block();
  }

  /** Which event came when is what may differ. */
  private Document document(UUID id) {
    var document = Mono.from(images.find(new Document("_id", id.toString())).first()).block();
    document.put("appliedEvents", new HashSet<>(document.getList("appliedEvents", String.class)));
    document.remove("storedAt");
    return document;
  }

  private static <T> List<List<T>> permutations(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    var found = new ArrayList<List<T>>();
    for (var first : all) {
      var rest = new ArrayList<>(all);
      rest.remove(first);
      for (var tail : permutations(rest)) {
        var order = new ArrayList<T>(List.of(first));
        order.addAll(tail);
        found.add(order);
      }
    }
    return found;
  }
}
