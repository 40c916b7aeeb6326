package dev.safelight.metadata.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class CatalogServiceTest {

  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Viewer OWNER = new Viewer(Samples.OWNER, false);
  private static final Viewer STRANGER = new Viewer(Samples.STRANGER, false);

  private final FakeCatalog catalog = new FakeCatalog();
  private final AtomicInteger nudges = new AtomicInteger();
  private final CatalogService service =
      new CatalogService(
          catalog,
          nudges::incrementAndGet,
          new CatalogSettings(
              Duration.ofSeconds(60),
              SETTLE,
              Duration.ofMillis(50),
              Duration.ofMillis(500),
              Duration.ofDays(30)),
          Clock.fixed(Samples.START.plusSeconds(10), ZoneOffset.UTC));

  @Test
  void imageThatWasJustUploadedIsLookedForUntilItIsThere() {
    var image = Samples.pending();
    StepVerifier.withVirtualTime(() -> service.get(image.id(), OWNER, Duration.ZERO))
        .expectSubscription()
        .expectNoEvent(Duration.ofSeconds(3))
        .then(() -> catalog.add(image))
        .thenAwait(Duration.ofMillis(500))
        .expectNext(image)
        .verifyComplete();
    assertThat(catalog.looks.get()).as("pauses grow").isBetween(8, 14);
  }

  @Test
  void imageThatDoesNotComeIsNotFoundInTheEnd() {
    var id = Samples.id();
    StepVerifier.withVirtualTime(() -> service.get(id, OWNER, Duration.ZERO))
        .expectSubscription()
        .expectNoEvent(SETTLE.minusMillis(1))
        .thenAwait(Duration.ofMillis(1))
        .verifyError(ImageNotFoundException.class);
  }

  @Test
  void hiddenImageTakesAsLongAsOneThatDoesNotExist() {
    var hidden = catalog.add(Samples.ready(false));
    StepVerifier.withVirtualTime(() -> service.get(hidden.id(), STRANGER, Duration.ZERO))
        .expectSubscription()
        .expectNoEvent(SETTLE.minusMillis(1))
        .thenAwait(Duration.ofMillis(1))
        .verifyError(ImageNotFoundException.class);
  }

  @Test
  void oldAndForeignIdsAreNotWaitedFor() {
    var old = Samples.idMadeAt(Samples.START.minusSeconds(61));
    StepVerifier.create(service.get(old, OWNER, LONG)).verifyError(ImageNotFoundException.class);
    StepVerifier.create(service.get(UUID.randomUUID(), OWNER, LONG))
        .verifyError(ImageNotFoundException.class);
    assertThat(catalog.looks).hasValue(2);
  }

  @Test
  void nobodyWaitsWithoutAToken() {
    StepVerifier.create(service.get(Samples.id(), Viewer.ANONYMOUS, LONG))
        .verifyError(ImageNotFoundException.class);
  }

  @Test
  void waitsUntilTheImageIsDone() {
    var pending = catalog.add(Samples.pending());
    var rejected =
        new ImageRecord(
            pending.id(),
            pending.upload(),
            pending.details(),
            Samples.rejected(false).state(),
            new ImageRecord.History(2, 0, Samples.START, null));
    StepVerifier.withVirtualTime(() -> service.get(pending.id(), OWNER, LONG))
        .expectSubscription()
        .expectNoEvent(Duration.ofSeconds(20))
        .then(() -> catalog.add(rejected))
        .thenAwait(Duration.ofMillis(500))
        .expectNext(rejected)
        .verifyComplete();
  }

  @Test
  void answersWhatItIsWhenTheWaitIsOver() {
    var pending = catalog.add(Samples.pending());
    StepVerifier.withVirtualTime(() -> service.get(pending.id(), OWNER, LONG))
        .expectSubscription()
        .expectNoEvent(LONG.minusMillis(1))
        .thenAwait(Duration.ofMillis(1))
        .expectNext(pending)
        .verifyComplete();
  }

  /** The wait is the client's patience as a whole: for the record to come and for its end. */
  @Test
  void timeSpentOnLookingForTheImageCounts() {
    var pending = Samples.pending();
    StepVerifier.withVirtualTime(() -> service.get(pending.id(), OWNER, Duration.ofSeconds(10)))
        .expectSubscription()
        .expectNoEvent(Duration.ofSeconds(8))
        .then(() -> catalog.add(pending))
        .expectNoEvent(Duration.ofMillis(1900))
        .thenAwait(Duration.ofMillis(200))
        .expectNext(pending)
        .verifyComplete();
  }

  @Test
  void doneImageIsNotWaitedFor() {
    var ready = catalog.add(Samples.ready(false));
    StepVerifier.create(service.get(ready.id(), OWNER, LONG)).expectNext(ready).verifyComplete();
    assertThat(catalog.looks).hasValue(1);
  }

  @Test
  void deletingAnnouncesTheFactInFull() {
    var image = catalog.add(Samples.ready(false));
    StepVerifier.create(service.delete(image.id(), new Viewer(Samples.ADMIN, true)))
        .verifyComplete();

    var now = Samples.START.plusSeconds(10);
    assertThat(catalog.announced)
        .singleElement()
        .satisfies(
            announcement -> {
              var cause = announcement.cause();
              assertThat(cause)
                  .isEqualTo(
                      new ImageChange.Cause(
                          cause.eventId(), image.id(), Samples.OWNER, Samples.ADMIN, now, 1));
              assertThat(announcement)
                  .isEqualTo(
                      new ImageChange.Deleted(cause, 2_457_600, now.plus(Duration.ofDays(30))));
            });
    assertThat(nudges).hasValue(1);
  }
}
