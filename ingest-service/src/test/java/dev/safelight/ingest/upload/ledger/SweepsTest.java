package dev.safelight.ingest.upload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.KeptOriginals;
import dev.safelight.ingest.upload.Quarantine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the cleaner does to abandoned uploads, step by step. */
class SweepsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final UUID ONE = new UUID(1, 1);
  private static final UUID TWO = new UUID(2, 2);

  private final List<String> steps = new ArrayList<>();
  private boolean caughtUp = true;
  private Set<UUID> announcedMeanwhile = Set.of();
  private Set<UUID> needed = Set.of();

  @Test
  void orphansAreGivenUpOnlyAfterEverythingAnnouncedWasHeard() {
    assertThat(orphans().sweep().block()).isEqualTo(2);

    assertThat(steps)
        .containsExactly(
            "list before 2026-11-21T09:00:00Z",
            "catch up",
            "give up " + ONE,
            "remove uploads/" + ONE,
            "forget " + ONE,
            "give up " + TWO,
            "remove uploads/" + TWO,
            "forget " + TWO);
  }

  @Test
  void nothingIsGivenUpWhileAnnouncementsAreOnTheirWay() {
    caughtUp = false;

    assertThat(orphans().sweep().block()).isZero();
    assertThat(steps).containsExactly("list before 2026-11-21T09:00:00Z", "catch up");
  }

  @Test
  void whatTurnsOutToBeAnnouncedKeepsItsBytes() {
    announcedMeanwhile = Set.of(ONE);

    assertThat(orphans().sweep().block()).isEqualTo(1);
    assertThat(steps).doesNotContain("remove uploads/" + ONE).contains("remove uploads/" + TWO);
  }

  @Test
  void expiredOriginalsGoUnlessSomebodyNeedsThem() {
    needed = Set.of(ONE);

    assertThat(expired().sweep().block()).isEqualTo(1);
    assertThat(steps)
        .containsExactly(
            "stored before 2026-10-22T10:00:00Z",
            "catch up",
            "ask [" + ONE + ", " + TWO + "] true",
            "remove uploads/" + TWO);
  }

  /** Where originals are kept, to list them all is a lot of work. */
  @Test
  void whatHasExpiredIsNotLookedForInEveryRound() {
    var expired = expired();
    expired.sweep().block();
    steps.clear();

    assertThat(expired.sweep().block()).isZero();
    assertThat(steps).isEmpty();
  }

  @Test
  void noOriginalGoesWhileAnnouncementsAreOnTheirWay() {
    caughtUp = false;

    assertThat(expired().sweep().block()).isZero();
    assertThat(steps).noneMatch(step -> step.startsWith("remove"));
  }

  private OrphanSweep orphans() {
    return new OrphanSweep(new Recorded(), this::caughtUp, new Store(), Duration.ofHours(1), CLOCK);
  }

  private ExpirySweep expired() {
    Originals originals =
        then -> step("stored before " + then, Flux.just(List.of(ONE, TWO), List.<UUID>of()));
    return new ExpirySweep(
        originals,
        new Recorded(),
        this::caughtUp,
        new Store(),
        new ExpirySweep.Rule(Duration.ofDays(30), new KeptOriginals(false, true)),
        CLOCK);
  }

  private Mono<Boolean> caughtUp() {
    return step("catch up", Flux.just(caughtUp)).next();
  }

  private <T> Flux<T> step(String step, Flux<T> result) {
    return Flux.defer(
        () -> {
          steps.add(step);
          return result;
        });
  }

  private class Recorded implements Reservations {

    @Override
    public Flux<UUID> unannouncedSince(Instant then) {
      return step("list before " + then, Flux.just(ONE, TWO));
    }

    @Override
    public Mono<Instant> oldestUnannounced() {
      return Mono.empty();
    }

    @Override
    public Mono<Boolean> giveUp(UUID imageId, Instant then) {
      return step("give up " + imageId, Flux.just(!announcedMeanwhile.contains(imageId))).next();
    }

    @Override
    public Mono<Void> forget(UUID imageId) {
      return step("forget " + imageId, Flux.empty()).then();
    }

    @Override
    public Mono<Set<UUID>> needed(Collection<UUID> imageIds, KeptOriginals kept) {
      return step("ask " + imageIds + ' ' + kept.rejected(), Flux.just(needed)).next();
    }
  }

  private class Store implements Quarantine {

    @Override
    public Mono<Void> store(String objectKey, Path file, String mimeType) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> remove(String objectKey) {
      return step("remove " + objectKey, Flux.empty()).then();
    }
  }
}
