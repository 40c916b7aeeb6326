package dev.safelight.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.scanner.clamd.LocalClamd;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The service as it is started, with a clamd whose word would mean nothing. */
@ExtendWith(OutputCaptureExtension.class)
class ScannerStartIT {

  @Test
  void refusesToStartWhereClamdLetsThroughWhatMayBeUploaded(
      @TempDir Path folder, CapturedOutput output) {
    try (var clamd =
        new LocalClamd(folder).with("MaxFileSize", "5M").with("AlertExceedsMax", "no").start()) {
      assertThatThrownBy(() -> start(clamd)).hasMessageContaining("does not look at all of");
    }
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("In its configuration, StreamMaxLength and MaxFileSize must be more than");
  }

  private static void start(LocalClamd clamd) {
    SpringApplication.run(
            ScannerApplication.class,
            "--server.port=0",
            "--safelight.scanner.clamd.port=" + clamd.port(),
            "--safelight.oidc.issuer=http://127.0.0.1:1",
            "--safelight.s3.endpoint=http://127.0.0.1:1",
            "--spring.kafka.bootstrap-servers=127.0.0.1:1")
        .close();
  }
}
