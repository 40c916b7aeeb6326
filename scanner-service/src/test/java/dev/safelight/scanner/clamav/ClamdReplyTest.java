package dev.safelight.scanner.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.scanner.scan.Engine;
import dev.safelight.scanner.scan.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdReplyTest {

  private static final Engine ENGINE = new Engine("ClamAV 1.4.6", "0", null);

  @Test
  void okIsClean() throws Exception {
    assertThat(ClamdReply.verdict("stream: OK", ENGINE)).isEqualTo(new Verdict.Clean(ENGINE));
  }

  @Test
  void foundIsInfectedWithItsSignature() throws Exception {
    assertThat(ClamdReply.verdict("stream: Win.Test.EICAR_HDB-1 FOUND", ENGINE))
        .isEqualTo(new Verdict.Infected("Win.Test.EICAR_HDB-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND",
        "stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND",
        "INSTREAM size limit exceeded. ERROR"
      })
  void limitIsNeitherCleanNorInfected(String reply) throws Exception {
    assertThat(ClamdReply.verdict(reply, ENGINE)).isInstanceOf(Verdict.NotScannedWhole.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OK",
        "stream: ERROR",
        "stream: OK FOUND?",
        "stream: OK ERROR",
        "stream:  FOUND",
        "stream: Can't allocate memory ERROR",
        "UNKNOWN COMMAND",
        "stream: ok"
      })
  void refusesToGuess(String reply) {
    assertThatThrownBy(() -> ClamdReply.verdict(reply, ENGINE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reply);
  }
}
