package dev.safelight.scanner.clamav;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.scanner.clamd.LocalClamd;
import dev.safelight.scanner.scan.ScanLimit;
import dev.safelight.scanner.scan.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** What a real clamd does, with settings good and bad. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClamdIT {

  private static final int UPLOAD_LIMIT = 10 * 1024 * 1024;

  @TempDir Path folder;

  @Test
  void provenOneClearsWhatIsCleanAndFindsWhatIsNot() throws Exception {
    try (var clamd = new LocalClamd(folder).start()) {
      var scanner = scanner(clamd);
      assertThat(scanner.scan(new ByteArrayInputStream("cat".getBytes(US_ASCII))))
          .isInstanceOf(Verdict.Clean.class);
      assertThat(scanner.scan(new ByteArrayInputStream(behindAJpeg(UPLOAD_LIMIT - 1000))))
          .isEqualTo(new Verdict.Infected("Local.Eicar.UNOFFICIAL"));
    }
  }

  @Test
  void whatItDoesNotReadToItsEndIsNeverClean() throws Exception {
    try (var clamd = new LocalClamd(folder).start()) {
      assertThat(scanner(clamd).scan(new Zeros(30_000_000)))
          .isEqualTo(new Verdict.NotScannedWhole("clamd's StreamMaxLength"));
    }
  }

  @Test
  void whatIsOverItsFileSizeIsNeverClean() throws Exception {
    try (var clamd = new LocalClamd(folder).with("MaxFileSize", "22M").start()) {
      assertThat(scanner(clamd).scan(new Zeros(24_000_000)))
          .isEqualTo(new Verdict.NotScannedWhole("Heuristics.Limits.Exceeded.MaxFileSize"));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "MaxFileSize, 5M, no, does not look at all of",
    "MaxFileSize, 5M, yes, does not look at all of",
    "MaxFileSize, 10M, no, does not look at all of",
    "MaxScanSize, 5M, no, does not look at all of",
    "StreamMaxLength, 5M, no, does not look at all of",
    "MaxFileSize, 15M, no, without having looked"
  })
  void oneWithLimitsThatLetThingsThroughIsRefused(
      String setting, String value, String alert, String complaint) throws Exception {
    try (var clamd =
        new LocalClamd(folder).with(setting, value).with("AlertExceedsMax", alert).start()) {
      assertThatThrownBy(() -> proven(clamd).engine())
          .isInstanceOf(EngineUnfitException.class)
          .hasMessageContaining(complaint);
    }
  }

  @Test
  void oneThatKnowsOtherMalwareOnlyIsRefused() throws Exception {
    try (var clamd =
        new LocalClamd(folder).start("other.ndb", "Local.Other:0:*:deadbeefdeadbeef")) {
      assertThatThrownBy(() -> proven(clamd).engine())
          .isInstanceOf(EngineUnfitException.class)
          .hasMessageContaining("EICAR");
    }
  }

  /** As in the official signatures, which don't know the test file inside of others. */
  @Test
  void oneThatKnowsTheTestFileAsAWholeFileOnlyIsProven() throws Exception {
    var md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Eicar.file()));
    try (var clamd = new LocalClamd(folder).start("eicar.hdb", md5 + ":68:Local.Eicar")) {
      assertThatCode(() -> proven(clamd).engine()).doesNotThrowAnyException();
    }
  }

  private static byte[] behindAJpeg(int size) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000"));
    file.writeBytes(new byte[size]);
    file.writeBytes(Eicar.file());
    return file.toByteArray();
  }

  private static ClamdScanner scanner(LocalClamd clamd) {
    return new ClamdScanner(proven(clamd), new ClamdClient(settings(clamd)));
  }

  private static ProvenClamd proven(LocalClamd clamd) {
    var client = new ClamdClient(settings(clamd));
    return new ProvenClamd(
        client,
        new ClamdProof(client, new ScanLimit(UPLOAD_LIMIT)),
        settings(clamd),
        Clock.systemUTC());
  }

  private static ClamdProperties settings(LocalClamd clamd) {
    return new ClamdProperties(
        "127.0.0.1",
        clamd.port(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        DataSize.ofKilobytes(8),
        Duration.ofSeconds(10),
        Duration.ofHours(1),
        Duration.ofDays(7));
  }
}
