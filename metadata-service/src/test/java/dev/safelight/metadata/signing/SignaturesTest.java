package dev.safelight.metadata.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Two instances with the same keys, and a clock that is set by hand. */
class SignaturesTest {

  private static final SigningSettings SETTINGS =
      new SigningSettings(Duration.ofDays(30), Duration.ofDays(8), Duration.ofMinutes(1));

  private final Stored stored = new Stored();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final Clock clock = clock();
  private final HmacSignatures ours = new HmacSignatures(SETTINGS, clock);
  private final HmacSignatures theirs = new HmacSignatures(SETTINGS, clock);
  private final KeyKeeper keeper = new KeyKeeper(stored, ours, SETTINGS, clock);
  private final KeyKeeper other = new KeyKeeper(stored, theirs, SETTINGS, clock);

  @BeforeEach
  void look() {
    keeper.refresh().block();
    other.refresh().block();
  }

  @Test
  void whatOneInstanceSignsIsGenuineForAnother() {
    var signature = ours.sign(Purpose.CURSOR, "text");

    assertThat(stored.keys).hasSize(1);
    assertThat(signature).matches("1\\.[A-Za-z0-9_-]{43}");
    assertThat(theirs.isGenuine(Purpose.CURSOR, "text", signature)).isTrue();
  }

  @Test
  void nothingElseIsGenuine() {
    var signature = ours.sign(Purpose.CURSOR, "text");

    assertThat(ours.isGenuine(Purpose.CURSOR, "Text", signature)).isFalse();
    assertThat(ours.isGenuine(Purpose.PICTURE, "text", signature)).isFalse();
    assertThat(ours.isGenuine(Purpose.CURSOR, "text", "2" + signature.substring(1))).isFalse();
    for (var made :
        List.of("", ".", "1.", "1", "." + signature, signature + "A", signature + '.')) {
      assertThat(ours.isGenuine(Purpose.CURSOR, "text", made)).as(made).isFalse();
    }
  }

  @Test
  void newKeySignsOnceEveryInstanceKnowsIt() {
    now = now.plus(SETTINGS.rotation());
    keeper.refresh().block();
    assertThat(stored.keys).hasSize(2);
    assertThat(ours.sign(Purpose.CURSOR, "text")).startsWith("1.");

    now = now.plus(Duration.ofMinutes(3));
    other.refresh().block();

    var signature = ours.sign(Purpose.CURSOR, "text");
    assertThat(signature).startsWith("2.");
    assertThat(theirs.isGenuine(Purpose.CURSOR, "text", signature)).isTrue();
  }

  @Test
  void oldKeyVerifiesUntilEverythingItSignedIsOver() {
    now = now.plus(SETTINGS.rotation());
    keeper.refresh().block();
    var last = ours.sign(Purpose.PICTURE, "text");
    now = now.plus(Duration.ofDays(8));
    keeper.refresh().block();
    assertThat(ours.isGenuine(Purpose.PICTURE, "text", last)).isTrue();

    now = now.plus(Duration.ofMinutes(3));
    keeper.refresh().block();
    assertThat(ours.isGenuine(Purpose.PICTURE, "text", last)).isFalse();
  }

  @Test
  void receiptsVerifyForYears() {
    var receipt = ours.sign(Purpose.RECEIPT, "text");
    for (int month = 0; month < 36; month++) {
      now = now.plus(SETTINGS.rotation());
      keeper.refresh().block();
    }

    assertThat(stored.keys).hasSize(37);
    assertThat(ours.isGenuine(Purpose.RECEIPT, "text", receipt)).isTrue();
  }

  @Test
  void twoThatMakeTheNextKeyAtOnceKeepOne() {
    now = now.plus(SETTINGS.rotation());
    stored.meanwhile = () -> other.refresh().block();
    keeper.refresh().block();
    now = now.plus(Duration.ofMinutes(3));

    assertThat(stored.keys).hasSize(2);
    assertThat(theirs.isGenuine(Purpose.CURSOR, "text", ours.sign(Purpose.CURSOR, "text")))
        .isTrue();
  }

  @Test
  void instanceThatCannotLookForLongDoesNotJudgeKeysItDoesNotKnow() {
    now = now.plus(Duration.ofMinutes(4));

    assertThatExceptionOfType(SigningUnavailableException.class)
        .isThrownBy(() -> ours.isGenuine(Purpose.CURSOR, "text", "2.made-up"));
  }

  @Test
  void withoutKeysNothingIsSigned() {
    var without = new HmacSignatures(SETTINGS, clock);
    stored.away = true;
    StepVerifier.create(new KeyKeeper(stored, without, SETTINGS, clock).refresh()).verifyError();

    assertThatExceptionOfType(SigningUnavailableException.class)
        .isThrownBy(() -> without.sign(Purpose.CURSOR, "text"));
    assertThatExceptionOfType(SigningUnavailableException.class)
        .isThrownBy(() -> without.isGenuine(Purpose.CURSOR, "text", "1.made-up"));
  }

  @Test
  void keysStayInUseWhileTheDatabaseIsAway() {
    stored.away = true;
    StepVerifier.create(keeper.refresh()).verifyError();

    assertThat(theirs.isGenuine(Purpose.CURSOR, "text", ours.sign(Purpose.CURSOR, "text")))
        .isTrue();
  }

  @Test
  void givenSecretIsReplacedByPuttingTheNextBeforeIt() {
    var before = GivenKeys.signatures(List.of("a".repeat(32)), clock);
    var after = GivenKeys.signatures(List.of("b".repeat(32), "a".repeat(32)), clock);
    var without = GivenKeys.signatures(List.of("b".repeat(32)), clock);

    var signature = before.sign(Purpose.RECEIPT, "text");

    assertThat(after.isGenuine(Purpose.RECEIPT, "text", signature)).isTrue();
    assertThat(without.isGenuine(Purpose.RECEIPT, "text", signature)).isFalse();
    assertThat(without.isGenuine(Purpose.CURSOR, "text", after.sign(Purpose.CURSOR, "text")))
        .isTrue();
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private static class Stored implements SigningKeys {

    private final List<SigningKey> keys = new ArrayList<>();
    private boolean away;
    private Runnable meanwhile = () -> {};

    @Override
    public Mono<List<SigningKey>> all() {
      return Mono.fromSupplier(
          () -> {
            if (away) {
              throw new IllegalStateException("away");
            }
            return List.copyOf(keys);
          });
    }

    @Override
    public Mono<Void> add(SigningKey key) {
      return Mono.fromRunnable(
          () -> {
            var others = meanwhile;
            meanwhile = () -> {};
            others.run();
            if (keys.stream().noneMatch(there -> there.id().equals(key.id()))) {
              keys.add(key);
            }
          });
    }
  }
}
