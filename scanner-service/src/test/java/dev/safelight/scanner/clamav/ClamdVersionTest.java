package dev.safelight.scanner.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.scanner.scan.Engine;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClamdVersionTest {

  @Test
  void knowsEngineSignaturesAndTheirDate() throws Exception {
    assertThat(ClamdVersion.parse("ClamAV 1.4.6/27812/Thu Nov  5 08:01:02 2026"))
        .isEqualTo(new Engine("ClamAV 1.4.6", "27812", Instant.parse("2026-11-05T08:01:02Z")));
  }

  @Test
  void saysSoWhenThereAreOnlyLocalSignatures() throws Exception {
    assertThat(ClamdVersion.parse("ClamAV 1.4.6")).isEqualTo(new Engine("ClamAV 1.4.6", "0", null));
  }

  @Test
  void unreadableDateIsNoDate() throws Exception {
    assertThat(ClamdVersion.parse("ClamAV 1.4.6/27812/soon"))
        .isEqualTo(new Engine("ClamAV 1.4.6", "27812", null));
  }

  @Test
  void refusesWhatIsNoClamd() {
    assertThatThrownBy(() -> ClamdVersion.parse("220 smtp ready"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("220 smtp ready");
  }
}
