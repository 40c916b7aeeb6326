package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.database.Leases;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.Samples;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SearchBackfillTest extends MongoTest {

  private final Leases leases = new Leases(database, Clock.systemUTC());

  @Test
  void olderImagesAreFilledInAsIfTheyWereWrittenToday() {
    new MixedImages(images, new Random(3)).fill(20);
    new MongoProjection(images, HoldPolicy.NONE).apply(Samples.processed(Samples.id())).block();
    var today = documents();
    Mono.from(images.updateMany(new Document(), unset("search"))).block();

    assertThat(backfill().fill().block()).isEqualTo(20);

    assertThat(documents())
        .extracting(this::sought)
        .isEqualTo(today.stream().map(this::sought).toList());
    assertThat(backfill().fill().block()).isZero();
  }

  @Test
  void imagesOfOlderRulesAreFilledInAnew() {
    var id = new MixedImages(images, new Random(3)).fill(1).getFirst().id().toString();
    var before = documents();
    Mono.from(
            images.updateOne(
                eq(Fields.ID, id),
                combine(set(SearchFields.VERSION, 0), set(SearchFields.WORDS, List.of("old")))))
        .block();

    assertThat(backfill().fill().block()).isEqualTo(1);
    assertThat(documents()).isEqualTo(before);
  }

  @Test
  void oneInstanceAtATimeDoesIt() {
    leases.take("search-backfill", "another", Duration.ofHours(1)).block();

    StepVerifier.create(backfill().fill())
        .expectSubscription()
        .expectNoEvent(Duration.ofMillis(300))
        .thenCancel()
        .verify();
  }

  private SearchBackfill backfill() {
    return new SearchBackfill(images, leases);
  }

  private List<Document> documents() {
    return Flux.from(images.find(exists(Fields.UPLOAD)).sort(new Document("_id", 1)))
        .collectList()
        .block();
  }

  /** Without what nobody looks for: that the bands of no hash are null or not there. */
  private Document sought(Document image) {
    var search = image.get("search", new Document());
    search.remove("bands", null);
    return search;
  }
}
