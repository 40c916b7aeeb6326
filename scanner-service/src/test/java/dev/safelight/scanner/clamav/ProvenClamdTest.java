package dev.safelight.scanner.clamav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.scanner.scan.ScanLimit;
import dev.safelight.scanner.scan.ScannerUnavailableException;
import dev.safelight.scanner.scan.Verdict;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProvenClamdTest {

  private static final int PROBES = 3;
  private static final long LIMIT = 100_000;

  private final SetClock clock = new SetClock();
  private FakeClamd clamd;
  private ProvenClamd proven;
  private ClamdScanner scanner;

  @BeforeEach
  void start() throws Exception {
    clamd = new FakeClamd();
    var client = new ClamdClient(clamd.settings());
    var proof = new ClamdProof(client, new ScanLimit(LIMIT));
    proven = new ProvenClamd(client, proof, clamd.settings(), clock);
    scanner = new ClamdScanner(proven, client);
  }

  @AfterEach
  void stop() throws Exception {
    clamd.close();
  }

  @Test
  void provesOnceAndThenScans() {
    assertThat(scan("cat")).isEqualTo(new Verdict.Clean(proven.engine()));
    assertThat(scan("dog")).isInstanceOf(Verdict.Clean.class);
    assertThat(clamd.scanned).hasSize(PROBES + 2);
  }

  @Test
  void probesReachBeyondTheLimit() {
    proven.engine();
    assertThat(clamd.scanned.get(1)).isGreaterThan((int) LIMIT);
    assertThat(clamd.scanned.get(2)).isGreaterThan(2 * (int) LIMIT);
  }

  @Test
  void newSignaturesAreProvenAnew() {
    proven.engine();
    clamd.version = "ClamAV 1.4.6/27813/Fri Nov 21 08:00:00 2026";
    clock.advance(Duration.ofSeconds(11));

    assertThat(proven.engine().signatureVersion()).isEqualTo("27813");
    assertThat(clamd.scanned).hasSize(2 * PROBES);
  }

  @Test
  void sameVersionIsBelievedForAnHour() {
    proven.engine();
    clock.advance(Duration.ofMinutes(59));
    proven.engine();
    assertThat(clamd.scanned).hasSize(PROBES);
    clock.advance(Duration.ofMinutes(2));
    proven.engine();
    assertThat(clamd.scanned).hasSize(2 * PROBES);
  }

  /** A scan that fails may be the last word of a clamd whose successor has other limits. */
  @Test
  void afterAFailureItHasToProveItselfAnew() {
    proven.engine();
    clamd.judge = content -> "stream: ERROR";
    assertThatThrownBy(() -> scan("cat")).isInstanceOf(ScannerUnavailableException.class);
    clamd.judge = content -> "stream: OK";
    assertThatThrownBy(() -> scan("cat")).isInstanceOf(EngineUnfitException.class);
  }

  @Test
  void oneWithoutSignaturesIsUnfit() {
    clamd.judge = content -> "stream: OK";
    assertThatThrownBy(() -> scan("cat"))
        .isInstanceOf(EngineUnfitException.class)
        .hasMessageContaining("EICAR");
  }

  @Test
  void oneThatPassesUnreadWhatIsLargeIsUnfit() {
    clamd.judge = content -> content.length > LIMIT ? "stream: OK" : FakeClamd.honest(content);
    assertThatThrownBy(() -> scan("cat"))
        .isInstanceOf(EngineUnfitException.class)
        .hasMessageContaining("does not look at all of");
  }

  @Test
  void oneThatRefusesWhatMayBeUploadedIsUnfit() {
    clamd.streamMaxLength = (int) LIMIT;
    assertThatThrownBy(() -> scan("cat"))
        .isInstanceOf(EngineUnfitException.class)
        .hasMessageContaining("does not look at all of");
  }

  @Test
  void oneThatSaysOkBeyondItsLimitIsUnfit() {
    clamd.judge =
        content -> content.length > 1.8 * LIMIT ? "stream: OK" : FakeClamd.honest(content);
    assertThatThrownBy(() -> scan("cat"))
        .isInstanceOf(EngineUnfitException.class)
        .hasMessageContaining("without having looked");
  }

  @Test
  void oneThatRefusesWhatIsBeyondItsLimitIsFit() {
    clamd.streamMaxLength = (int) (1.8 * LIMIT);
    assertThat(proven.engine().name()).isEqualTo("ClamAV 1.4.6");
  }

  @Test
  void oneThatIsAwayIsAnOutageAndProvenWhenItIsBack() throws Exception {
    clamd.version = "";
    assertThatThrownBy(() -> scan("cat"))
        .isInstanceOf(ScannerUnavailableException.class)
        .isNotInstanceOf(EngineUnfitException.class);
    clamd.version = "ClamAV 1.4.6";
    assertThat(scan("cat")).isInstanceOf(Verdict.Clean.class);
    assertThat(clamd.scanned).hasSize(PROBES + 1);
  }

  private Verdict scan(String content) {
    return scanner.scan(new ByteArrayInputStream(content.getBytes(UTF_8)));
  }

  private static final class SetClock extends Clock {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
