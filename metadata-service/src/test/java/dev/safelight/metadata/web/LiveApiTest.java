package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Standing;
import dev.safelight.metadata.live.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** What listeners are told, over HTTP; events are handed to the service as the listener would. */
class LiveApiTest extends ListeningTest {

  private static final String STATUS = "/api/images/%s/status";

  @Autowired Catalog catalog;

  private final UUID id = Samples.id();

  @Test
  void imageIsToldFromTheStateItHasToTheEnd() throws Exception {
    happen(Samples.uploaded(id));
    var stream = listen(OWNER, STATUS.formatted(id), "");
    assertThat(stream.next().name()).isEqualTo("received");
    happen(Samples.cleared(id));
    assertThat(stream.next().name()).isEqualTo("cleared");
    happen(Samples.processed(id));
    var ready = stream.next();

    assertThat(ready.name()).isEqualTo("ready");
    assertThat(ready.image()).isEqualTo(id.toString());
    assertThat(ready.json().propertyNames()).containsExactly("id", "status", "version", "at");
    stream.awaitEnd();
    assertThat(stream.rest()).isEmpty();
    get(OWNER, STATUS.formatted(id))
        .header("Last-Event-ID", ready.id())
        .exchange()
        .expectStatus()
        .isNoContent();
  }

  @Test
  void whoComesBackHearsWhatIsOtherThanBefore() throws Exception {
    happen(Samples.uploaded(id));
    var received = listen(OWNER, STATUS.formatted(id), "").next();
    var again = listen(OWNER, STATUS.formatted(id), received.id());
    happen(Samples.rejected(id));
    var rejected = again.next();

    assertThat(rejected.name()).isEqualTo("rejected");
    assertThat(rejected.json().path("rejection").path("detail").asString())
        .isEqualTo(Samples.rejection().detail());
  }

  @Test
  void whoComesBackAfterTheEndHearsOfTheEnd() throws Exception {
    happen(Samples.uploaded(id));
    var received = listen(OWNER, STATUS.formatted(id), "").next();
    hangUp();
    happen(Samples.rejected(id));

    assertThat(listen(OWNER, STATUS.formatted(id), received.id()).next().name())
        .isEqualTo("rejected");
  }

  @Test
  void uploadOfWhichTheEventIsOnItsWayIsWaitedFor() throws Exception {
    var fresh = Samples.idMadeAt(Instant.now());
    Thread.ofVirtual().start(() -> happenSoon(Samples.uploaded(fresh)));

    assertThat(listen(OWNER, STATUS.formatted(fresh), "").next().name()).isEqualTo("received");
  }

  @Test
  void ownersHearOfAllOfTheirsAndOfNobodyElses() throws Exception {
    var before = Samples.id();
    happen(Samples.uploadedBy("live-owner", before));
    var stream = listen(token("live-owner", "r"), EVENTS, "");
    var stranger = listen(token("live-stranger", "r"), EVENTS, "");
    happen(Samples.uploadedBy("live-owner", id));
    happen(Samples.processed(before));

    assertThat(stream.next().image()).isEqualTo(id.toString());
    assertThat(stream.next().name()).isEqualTo("ready");
    assertThat(stream.rest()).isEmpty();
    assertThat(stranger.rest()).isEmpty();
  }

  @Test
  void ownersWhoComeBackHearOfAllThatChangedSince() throws Exception {
    var owner = token("live-returning", "r");
    var opened = listen(owner, EVENTS, "").first();
    var ids = new ArrayList<String>();
    for (int i = 0; i < 250; i++) {
      var image = Samples.id();
      happen(Samples.uploadedBy("live-returning", image));
      ids.add(image.toString());
    }
    var heard = new ArrayList<String>();
    var stream = listen(owner, EVENTS, opened.id());
    while (heard.size() < 100) {
      heard.add(stream.next().image());
    }
    var last = stream.next();
    heard.add(last.image());
    stream.close();
    happen(Samples.processed(UUID.fromString(ids.getFirst())));
    var again = listen(owner, EVENTS, last.id());
    EventStream.Event event;
    do {
      event = again.next();
      heard.add(event.image());
    } while (!event.name().equals("ready"));

    assertThat(heard).containsAll(ids);
  }

  @Test
  void changeOfWhatWasToldIsCalledAnUpdate() throws Exception {
    var stream = listen(token("live-updater", "r"), EVENTS, "");
    happen(Samples.uploadedBy("live-updater", id));
    assertThat(stream.next().name()).isEqualTo("received");
    change(image -> image.details());

    var updated = stream.next();
    assertThat(updated.name()).isEqualTo("updated");
    assertThat(updated.status()).isEqualTo("pending");
  }

  @Test
  void whomItIsSharedWithNoMoreHearsNoMore() throws Exception {
    happen(Samples.uploaded(id));
    var friend = listen(FRIEND, STATUS.formatted(id), "");
    assertThat(friend.next().name()).isEqualTo("received");
    change(
        image ->
            new ImageDetails(
                image.details().placement(),
                image.details().description(),
                new Audience(false, List.of())));

    friend.awaitEnd();
    assertThat(friend.rest()).isEmpty();
    get(FRIEND, STATUS.formatted(id)).exchange().expectStatus().isNotFound();
  }

  @Test
  void idleStreamShowsThatItIsAliveUntilItsTokenEnds() throws Exception {
    var stream = listen(token("live-idle", "re"), EVENTS, "");

    assertThat(stream.header("content-type")).startsWith("text/event-stream");
    assertThat(stream.header("cache-control")).isEqualTo("no-store");
    assertThat(stream.header("x-accel-buffering")).isEqualTo("no");
    assertThat(stream.first().retry()).as("milliseconds").isEqualTo("3000");
    stream.awaitEnd();
    assertThat(stream.comments()).isBetween(2, 10);
  }

  @Test
  void accountHasSoManyStreamsAndNoMore() throws Exception {
    var owner = token("live-greedy", "r");
    for (int i = 0; i < 20; i++) {
      listen(owner, EVENTS, "").first();
    }
    get(owner, EVENTS)
        .exchange()
        .expectStatus()
        .isEqualTo(429)
        .expectHeader()
        .valueEquals("Retry-After", "10")
        .expectHeader()
        .valueEquals("Content-Type", "application/problem+json")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:too-many-streams");
    streams.removeLast().close();
    Awaitility.await().untilAsserted(() -> listen(owner, EVENTS, ""));
  }

  @Test
  void nonsenseIsRefused() {
    happen(Samples.uploaded(id));
    get(OWNER, EVENTS).header("Last-Event-ID", "42").exchange().expectStatus().isBadRequest();
    get(OWNER, EVENTS + "?since=1").exchange().expectStatus().isBadRequest();
    get("", EVENTS).exchange().expectStatus().isUnauthorized();
    get(token("x", "w"), EVENTS).exchange().expectStatus().isForbidden();
    get(STRANGER, STATUS.formatted(id)).exchange().expectStatus().isNotFound();
    get(OWNER, STATUS.formatted("nonsense")).exchange().expectStatus().isNotFound();
    get("", STATUS.formatted(id)).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void whatTheCatalogHasLateIsToldThen() throws Exception {
    happen(Samples.uploaded(id));
    var stream = listen(OWNER, STATUS.formatted(id), "");
    assertThat(stream.next().name()).isEqualTo("received");
    var cleared = Samples.cleared(id);
    live.hear(new Fact(id, null, new Fact.Proof.Event(cleared.eventId())));
    projection.apply(cleared).block();

    assertThat(stream.next().name()).isEqualTo("cleared");
  }

  @Test
  void ownersAreToldOfAPurgeThoughNothingIsLeftToLookAt() throws Exception {
    var owner = token("live-purger", "rw");
    happen(Samples.uploadedBy("live-purger", id));
    var stream = listen(owner, EVENTS, "");
    var ofImage = listen(owner, STATUS.formatted(id), "");
    assertThat(ofImage.next().name()).isEqualTo("received");
    assertThat(stream.first().id()).isNotEmpty();
    request(HttpMethod.DELETE, owner, "/api/images/{id}?permanent=true", id)
        .exchange()
        .expectStatus()
        .isNoContent();
    live.hear(new Fact(id, "live-purger", new Fact.Proof.None()));
    live.hear(new Fact(id, "live-purger", new Fact.Proof.Gone()));
    var purged = stream.next();

    assertThat(purged.name()).isEqualTo("purged");
    assertThat(purged.json().propertyNames()).containsExactly("id", "status");
    assertThat(purged.image()).isEqualTo(id.toString());
    assertThat(purged.id()).as("so that clients go on from where they were").isEmpty();
    ofImage.awaitEnd();
    get(owner, STATUS.formatted(id)).exchange().expectStatus().isEqualTo(410);
  }

  @Test
  void whatNobodyToldIsMadeUpFor() throws Exception {
    happen(Samples.uploaded(id));
    var stream = listen(OWNER, STATUS.formatted(id), "");
    assertThat(stream.next().name()).isEqualTo("received");
    projection.apply(Samples.cleared(id)).block();
    live.miss();

    assertThat(stream.next().name()).isEqualTo("cleared");
  }

  private void happenSoon(ImageEvent event) {
    Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    happen(event);
  }

  private void change(Function<ImageRecord, ImageDetails> how) {
    var image = catalog.find(id).block();
    var change =
        new ImageChange.Updated(
            image.changedBy(Samples.OWNER, Samples.START.plusSeconds(9)),
            how.apply(image),
            new ImageChange.Curation(Standing.NONE, null, false),
            List.of("sharedWith"));
    assertThat(catalog.commit(change).block()).isTrue();
    live.hear(new Fact(id, image.upload().owner(), new Fact.Proof.None()));
  }
}
