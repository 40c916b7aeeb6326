package dev.safelight.scanner;

import dev.safelight.eventing.OutageTypes;
import dev.safelight.scanner.scan.QuarantineStore;
import dev.safelight.scanner.scan.QuarantineUnavailableException;
import dev.safelight.scanner.scan.ScanLimit;
import dev.safelight.scanner.scan.ScanService;
import dev.safelight.scanner.scan.ScannerUnavailableException;
import dev.safelight.scanner.scan.VerdictPublisher;
import dev.safelight.scanner.scan.VirusScanner;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * The scanner-service: from {@code image.uploaded} to {@code image.cleared} or {@code rejected}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ScannerApplication {

  static void main(String[] args) {
    SpringApplication.run(ScannerApplication.class, args);
  }

  @Bean
  ScanService scanService(
      QuarantineStore quarantine,
      VirusScanner scanner,
      VerdictPublisher verdicts,
      ScanLimit limit) {
    return new ScanService(quarantine, scanner, verdicts, limit);
  }

  @Bean
  ScanLimit scanLimit(ScannerProperties settings) {
    return new ScanLimit(settings.maxSize().toBytes());
  }

  @Bean
  OutageTypes outages() {
    return OutageTypes.of(ScannerUnavailableException.class, QuarantineUnavailableException.class);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
