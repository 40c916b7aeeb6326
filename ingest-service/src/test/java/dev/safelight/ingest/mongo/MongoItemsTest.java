package dev.safelight.ingest.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.ingest.upload.Item;
import dev.safelight.ingest.upload.Item.ItemLimits;
import dev.safelight.ingest.upload.ItemChange;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class MongoItemsTest {

  private static EmbeddedMongo server;
  private static MongoClient client;
  private static int databases;

  private final MongoItems items = new MongoItems(client.getDatabase("items" + databases++));

  @BeforeAll
  static void connect() {
    server = new EmbeddedMongo();
    client = server.client();
  }

  @AfterAll
  static void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void whatWasToldIsKnownInFull() {
    var limits = new ItemLimits(1, 2, 3, 4, 5_000_000_000L);
    var item = new Item("prod 789/ü", "owner", true, "product", limits);
    items.remember(new ItemChange(item, 1, false)).block();

    assertThat(items.find("prod 789/ü").block()).isEqualTo(item);
    assertThat(items.find("prod 789").block()).isNull();
  }

  /** Each digit is the version of a change that is told; version 3 is the deletion, 4 a return. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "12", "21", "1221", "123", "321", "3211", "1234", "4321", "4134"})
  void theHighestVersionIsTrueInWhateverOrderTheyAreTold(String told) {
    told.chars().map(Character::getNumericValue).forEach(this::tell);

    var highest = told.chars().map(Character::getNumericValue).max().orElseThrow();
    assertThat(items.find("item").block()).isEqualTo(highest == 3 ? null : version(highest));
  }

  @RepeatedTest(5)
  void theHighestVersionIsTrueAmongRivals() {
    var changes = new ArrayList<ItemChange>();
    for (var version = 1; version <= 20; version++) {
      changes.add(new ItemChange(version(version), version, false));
    }
    Collections.shuffle(changes);
    Flux.fromIterable(changes).flatMap(items::remember, 20).blockLast();

    assertThat(items.find("item").block()).isEqualTo(version(20));
  }

  @Test
  void aDatabaseThatIsAwayIsAnOutage() {
    try (var gone = new EmbeddedMongo();
        var impatient = gone.client(Duration.ofMillis(100))) {
      gone.stop();
      var away = new MongoItems(impatient.getDatabase("items"));
      StepVerifier.create(away.find("item")).verifyError(UploadUnavailableException.class);
      StepVerifier.create(away.remember(new ItemChange(version(1), 1, false)))
          .verifyError(UploadUnavailableException.class);
    }
  }

  private void tell(int version) {
    items.remember(new ItemChange(version(version), version, version == 3)).block();
  }

  private static Item version(int version) {
    return new Item("item", "owner-" + version, false, "page", ItemLimits.NONE);
  }
}
