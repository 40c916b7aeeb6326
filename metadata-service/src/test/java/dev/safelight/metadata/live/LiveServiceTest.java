package dev.safelight.metadata.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.CatalogSettings;
import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class LiveServiceTest {

  private static final int MANY = 250;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final ImageRecord IMAGE = Samples.pending();
  private static final Fact FACT =
      new Fact(IMAGE.id(), IMAGE.upload().owner(), new Fact.Proof.None());
  private static final Listening LISTENING =
      new Listening(new Viewer(IMAGE.upload().owner(), false), null, null);

  private final NoChanges changes = new NoChanges();
  private LiveService live = service(LONG);

  @AfterEach
  void close() {
    live.close();
    VirtualTimeScheduler.reset();
  }

  @Test
  void nothingIsLeftOfAnOwnerWhoLeft() {
    assertNothingIsLeftOf(live.ofOwner(LISTENING));
  }

  @Test
  void nothingIsLeftOfWhoFollowedAnImage() {
    assertNothingIsLeftOf(live.ofImage(IMAGE.id(), LISTENING).flatMapMany(signals -> signals));
  }

  private void assertNothingIsLeftOf(Flux<Signal> signals) {
    var stream = signals.subscribe();
    live.hear(FACT);
    assertThat(changes.looks).hasValue(1);
    stream.dispose();
    live.hear(FACT);

    assertThat(changes.looks).as("for nobody").hasValue(1);
    assertThat(live.listeners()).isZero();
  }

  @Test
  void everybodyIsWokenOnceWhenSomethingWasMissed() {
    live.close();
    live = service(Duration.ofMillis(50));
    for (int i = 0; i < MANY; i++) {
      live.ofOwner(LISTENING).subscribe();
    }
    assertThat(changes.reads).as("when they came").hasValue(MANY);
    live.miss();

    Awaitility.await().until(() -> changes.reads.get() >= 2 * MANY);
    Awaitility.await()
        .during(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(changes.reads).hasValue(2 * MANY));
  }

  /** Each of them looks at the catalog, where others wait for answers. */
  @Test
  void soManyAreWokenInATenthOfASecondAndNoMore() {
    var time = virtualTime();
    for (int i = 0; i < MANY; i++) {
      live.ofOwner(LISTENING).subscribe();
    }
    live.miss();
    time.advanceTimeBy(BEAT);

    for (int woken : List.of(100, 200, MANY)) {
      time.advanceTimeBy(Duration.ofMillis(100));
      assertThat(changes.reads).hasValue(MANY + woken);
    }
  }

  @Test
  void whatTheCatalogCannotSayIsMadeUpForAtTheNextBeat() {
    var time = virtualTime();
    changes.answer = Mono.error(new CatalogUnavailableException(new Throwable("away")));
    live.ofOwner(LISTENING).subscribe();
    live.hear(FACT);
    time.advanceTimeBy(BEAT.multipliedBy(2));

    assertThat(changes.reads).hasValue(2);
  }

  @Test
  void whatTheCatalogDoesNotGetIsMadeUpForOnceWeLookNoMore() {
    var time = virtualTime();
    live.ofOwner(LISTENING).subscribe();
    live.hear(new Fact(FACT.imageId(), null, new Fact.Proof.Event(UUID.randomUUID())));
    time.advanceTimeBy(LONG.minus(BEAT));
    assertThat(changes.reads).hasValue(1);
    time.advanceTimeBy(BEAT.multipliedBy(3));

    assertThat(changes.reads).hasValue(2);
  }

  @Test
  void whoComesWhileItClosesIsNotKept() {
    live.close();
    live.ofOwner(LISTENING).blockLast(Duration.ofSeconds(20));

    assertThat(live.listeners()).isZero();
  }

  /** Something may be said of it still, such as what it is called. */
  @Test
  void whatIsReadyIsFollowedForAWhile() {
    changes.image = new Change(Samples.ready(true), Samples.START);
    var told = new ArrayList<Signal>();
    live.ofImage(IMAGE.id(), LISTENING).flatMapMany(signals -> signals).subscribe(told::add);

    assertThat(told).singleElement().isInstanceOf(Signal.Told.class);
    assertThat(live.listeners()).isEqualTo(1);
  }

  /** Of all timers that are made from now on. */
  private VirtualTimeScheduler virtualTime() {
    live.close();
    var time = VirtualTimeScheduler.getOrSet();
    live = service(BEAT);
    return time;
  }

  private LiveService service(Duration heartbeat) {
    var catalog =
        new CatalogService(
            new OneImage(),
            () -> {},
            new CatalogSettings(LONG, LONG, LONG, LONG, LONG),
            Clock.systemUTC());
    var limits = new LiveSettings.Limits(MANY, MANY);
    var settings = new LiveSettings(heartbeat, LONG, LONG, LONG, 10, limits);
    return new LiveService(catalog, changes, settings, Clock.systemUTC());
  }

  private record OneImage() implements Catalog {

    @Override
    public Mono<ImageRecord> find(UUID imageId) {
      return Mono.just(IMAGE);
    }

    @Override
    public Mono<Boolean> commit(ImageChange change) {
      return Mono.just(false);
    }
  }

  /** Counts how often somebody looked for what an event said, and for what changed. */
  private static final class NoChanges implements Changes {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private Mono<Change> answer = Mono.empty();
    private @Nullable Change image;

    @Override
    public Mono<Change> find(Fact fact) {
      looks.incrementAndGet();
      return answer;
    }

    @Override
    public Mono<Change> find(UUID imageId) {
      return image == null ? Mono.never() : Mono.just(image);
    }

    @Override
    public Flux<Change> newest(String owner, int limit) {
      return Flux.empty();
    }

    @Override
    public Flux<Change> after(String owner, Position position, int limit) {
      reads.incrementAndGet();
      return Flux.empty();
    }
  }
}
