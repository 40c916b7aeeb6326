package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditQuery;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Upload;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemDetails;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.person.Emptying;
import dev.safelight.metadata.person.Erasure;
import dev.safelight.metadata.person.ErasureJob;
import dev.safelight.metadata.person.ErasureService;
import dev.safelight.metadata.person.Erasures;
import dev.safelight.metadata.person.Possessions;
import dev.safelight.metadata.person.Purges;
import dev.safelight.metadata.person.Receipt;
import dev.safelight.metadata.person.Shares;
import dev.safelight.metadata.person.Tally;
import dev.safelight.metadata.person.Traces;
import dev.safelight.metadata.signing.Purpose;
import dev.safelight.metadata.signing.Signatures;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A crash is the end of the steps after it: here, a call to a port that fails. */
class ErasureCrashTest extends MongoTest {

  private static final String ANN = "user-ann";
  private static final String BOB = "user-bob";
  private static final Tally ALL = new Tally(2, 6, 450, 1);

  private final List<Erasure> told = new CopyOnWriteArrayList<>();
  private final Signatures signatures = new PlainSignatures();

  @Test
  void everythingGoesAndTheReceiptSaysHowMuch() {
    var house = new House();
    var begun = house.service.erase(ANN).block();
    assertThat(begun.receipt().isComplete()).isFalse();
    assertThat(house.service.erase(ANN).block().receipt().id()).isEqualTo(begun.receipt().id());

    house.job(Crash.never()).advance().block();

    house.assertThatAnnIsErased(begun.receipt().id());
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().account()).isEqualTo(ANN);
    var receipt = house.receipt(begun.receipt().id(), begun.signature());
    assertThat(receipt.genuine()).as("as it was given out").isTrue();
    assertThat(house.receipt(begun.receipt().id(), "made up").genuine()).isFalse();
  }

  @Test
  void whereverItCrashesTheNextRoundEndsItAndCountsNothingTwice() {
    var calls = callsOfOneRun();
    assertThat(calls).isGreaterThan(15);
    for (int call = 1; call <= calls; call++) {
      for (var before : List.of(true, false)) {
        var house = new House();
        told.clear();
        var id = house.service.erase(ANN).block().receipt().id();

        house.job(new Crash(call, before)).advance().onErrorComplete().block();
        house.job(Crash.never()).advance().block();

        house.assertThatAnnIsErased(id);
        assertThat(told).extracting(Erasure::id).isNotEmpty().containsOnly(id);
      }
    }
  }

  @Test
  void whatComesWhileItIsInProgressGoesToo() {
    var house = new House();
    var id = house.service.erase(ANN).block().receipt().id();
    house.purging = false;
    house.job(Crash.never()).advance().block();
    assertThat(house.receipt(id, null).receipt().isComplete()).isFalse();
    assertThat(told).isEmpty();

    house.image(ANN, List.of(), true);
    house.purging = true;
    house.job(Crash.never()).advance().block();
    house.job(Crash.never()).advance().block();

    assertThat(house.possessions.images(ANN).collectList().block()).isEmpty();
    assertThat(house.receipt(id, null).receipt().erased().images()).isEqualTo(3);
  }

  @Test
  void whatTurnsUpLateGoesAndWhoComesBackStays() {
    var house = new House();
    var id = house.service.erase(ANN).block().receipt().id();
    house.job(Crash.never()).advance().block();
    var late = house.image(ANN, List.of(), true);
    var later = house.imageAt(ANN, Instant.now().plusSeconds(60));

    house.job(Crash.never()).watch(Duration.ofDays(1)).block();

    assertThat(house.possessions.images(ANN).map(image -> image.id()).collectList().block())
        .containsExactly(later)
        .doesNotContain(late);
    assertThat(house.erasures.find(id).block().account()).isEqualTo(ANN);

    house.job(Crash.never()).watch(Duration.ofMillis(-1)).block();
    assertThat(house.erasures.find(id).block().account()).isNull();
    assertThat(house.receipt(id, null).genuine()).isTrue();
    assertThat(house.service.erase(ANN).block().receipt().id()).isNotEqualTo(id);
  }

  @Test
  void aReceiptThatSomebodyChangedIsNotGenuine() {
    var house = new House();
    var id = house.service.erase(ANN).block().receipt().id();
    house.job(Crash.never()).advance().block();
    var raise = new Document("$inc", new Document("completion.images", 1L));
    Mono.from(house.documents("erasures").updateMany(new Document(), raise)).block();

    assertThat(house.receipt(id, null).genuine()).isFalse();
  }

  private int callsOfOneRun() {
    var house = new House();
    house.service.erase(ANN).block();
    var counting = Crash.never();
    house.job(counting).advance().block();
    return counting.calls;
  }

  /** Ann has two images, one of them ready, and an item; Bob shares an image with her. */
  private final class House {

    private final MongoDatabase database = newDatabase();
    private final MongoProjection projection =
        new MongoProjection(documents("images"), HoldPolicy.NONE);
    private final MongoCatalog catalog = new MongoCatalog(documents("images"));
    private final MongoItems items = new MongoItems(documents("items"));
    private final MongoAuditLog audit = new MongoAuditLog(documents("audit"));
    private final MongoPossessions possessions =
        new MongoPossessions(documents("images"), documents("items"));
    private final MongoErasures erasures =
        new MongoErasures(documents("erasures"), documents("erased_pieces"));
    private final ErasureService service =
        new ErasureService(erasures, audit, signatures, Clock.systemUTC());
    private final UUID shared = image(BOB, List.of(ANN, "user-eve"), false);
    private boolean purging = true;

    House() {
      image(ANN, List.of(), true);
      image(ANN, List.of(), false);
      var life = new Item.Life(Samples.START, Samples.START, false);
      var details = new ItemDetails("album", "Ann's", "{}", Demands.NONE, false);
      items.add(new Item("album", ANN, details, null, life, 1)).block();
      audit
          .record(
              new AuditEntry(
                  UUID.randomUUID(), Samples.START, ANN, "image.updated", shared.toString(), ""))
          .block();
    }

    MongoCollection<Document> documents(String collection) {
      return database.getCollection(collection);
    }

    UUID image(String owner, List<String> sharedWith, boolean ready) {
      var id = Samples.id();
      uploaded(id, owner, Samples.START, sharedWith);
      if (ready) {
        projection.apply(Samples.processed(id)).block();
      }
      return id;
    }

    UUID imageAt(String owner, Instant at) {
      var id = Samples.idMadeAt(at);
      uploaded(id, owner, at, List.of());
      return id;
    }

    private void uploaded(UUID id, String owner, Instant at, List<String> sharedWith) {
      var details = Samples.details(false);
      var stated =
          new ImageDetails(
              details.placement(), details.description(), new Audience(false, sharedWith));
      var upload = new Upload(owner, Samples.upload().original(), "{}", at);
      projection
          .apply(new ImageEvent.Uploaded(UUID.randomUUID(), id, upload, stated, false))
          .block();
    }

    ErasureJob job(Crash crash) {
      Purges purges = image -> purging ? remove(image.id()) : Mono.empty();
      Announcer<Erasure> broker = erasure -> Mono.fromRunnable(() -> told.add(erasure));
      Shares shares = new MongoShares(documents("images"));
      var emptying =
          new Emptying(
              crash.in(Possessions.class, possessions),
              crash.in(Purges.class, purges),
              crash.in(Items.class, items),
              crash.in(Shares.class, shares),
              new ImageEdits(catalog, () -> {}),
              Clock.systemUTC());
      Traces trail = audit::forget;
      Traces deeds = new MongoImageTraces(documents("images"));
      return new ErasureJob(
          crash.in(Erasures.class, erasures),
          emptying,
          List.of(crash.in(Traces.class, trail), crash.in(Traces.class, deeds)),
          crash.around(broker),
          signatures,
          Clock.systemUTC());
    }

    private Mono<Void> remove(UUID id) {
      return Mono.from(documents("images").deleteOne(new Document("_id", id.toString()))).then();
    }

    Receipt.Signed receipt(UUID id, String brought) {
      return service.receipt(id, brought).block();
    }

    void assertThatAnnIsErased(UUID id) {
      var signed = receipt(id, null);
      assertThat(signed.receipt().erased()).isEqualTo(ALL);
      assertThat(signed.genuine()).isTrue();
      assertThat(possessions.images(ANN).collectList().block()).isEmpty();
      assertThat(possessions.items(ANN).collectList().block()).isEmpty();
      assertThat(items.find("album").block().owner()).isEmpty();
      assertThat(items.find("album").block().details().name()).isNull();
      assertThat(catalog.find(shared).block().details().audience().sharedWith())
          .containsExactly("user-eve");
      var all = new AuditQuery(ANN, null, null, new AuditQuery.Period(null, null), null);
      assertThat(audit.list(all, 10).collectList().block()).isEmpty();
      assertThat(Mono.from(documents("erased_pieces").countDocuments()).block()).isZero();
    }
  }

  /** Counts calls, and fails at one of them: before it is done, or after. */
  private static final class Crash {

    private final int at;
    private final boolean before;
    private int calls;

    Crash(int at, boolean before) {
      this.at = at;
      this.before = before;
    }

    static Crash never() {
      return new Crash(-1, true);
    }

    <T> Announcer<T> around(Announcer<T> announcer) {
      return announcement -> around(announcer.announce(announcement));
    }

    <T> T in(Class<T> type, T port) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) ->
                  switch (method.invoke(port, arguments)) {
                    case Mono<?> mono -> around(mono);
                    case Flux<?> flux -> around(flux);
                    default -> throw new IllegalStateException(method.getName());
                  }));
    }

    private <T> Mono<T> around(Mono<T> call) {
      return Mono.defer(() -> ++calls == at ? failing(call.then()).then(Mono.empty()) : call);
    }

    private <T> Flux<T> around(Flux<T> call) {
      return Flux.defer(() -> ++calls == at ? failing(call.then()).thenMany(Flux.empty()) : call);
    }

    private Mono<Void> failing(Mono<Void> call) {
      var crash = Mono.<Void>error(new IllegalStateException("crash"));
      return before ? crash : call.then(crash);
    }
  }

  /** Shows what it signed. */
  private static final class PlainSignatures implements Signatures {

    @Override
    public String sign(Purpose purpose, String text) {
      return purpose + text;
    }

    @Override
    public boolean isGenuine(Purpose purpose, String text, String signature) {
      return signature.equals(sign(purpose, text));
    }
  }
}
