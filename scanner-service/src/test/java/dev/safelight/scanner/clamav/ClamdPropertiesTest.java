package dev.safelight.scanner.clamav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class ClamdPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @Test
  void defaults() {
    context.run(
        it ->
            assertThat(it.getBean(ClamdProperties.class))
                .isEqualTo(
                    new ClamdProperties(
                        "127.0.0.1",
                        3310,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        DataSize.ofKilobytes(8),
                        Duration.ofSeconds(10),
                        Duration.ofHours(1),
                        Duration.ofDays(7))));
  }

  @Test
  void everySettingHasAName() {
    context
        .withPropertyValues(
            "safelight.scanner.clamd.host=clamd.example",
            "safelight.scanner.clamd.port=1",
            "safelight.scanner.clamd.connect-timeout=1s",
            "safelight.scanner.clamd.read-timeout=2s",
            "safelight.scanner.clamd.scan-timeout=3s",
            "safelight.scanner.clamd.chunk-size=4KB",
            "safelight.scanner.clamd.version-cache=5s",
            "safelight.scanner.clamd.proof-validity=6s",
            "safelight.scanner.clamd.signatures-warn-after=7h")
        .run(
            it ->
                assertThat(it.getBean(ClamdProperties.class))
                    .isEqualTo(
                        new ClamdProperties(
                            "clamd.example",
                            1,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(3),
                            DataSize.ofKilobytes(4),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(6),
                            Duration.ofHours(7))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port=70000",
        "port=0",
        "host= ",
        "connect-timeout=0s",
        "read-timeout=-1s",
        "scan-timeout=5m",
        "chunk-size=0B",
        "chunk-size=2MB",
        "signatures-warn-after=1m"
      })
  void refusesTheImpossible(String setting) {
    context
        .withPropertyValues("safelight.scanner.clamd." + setting)
        .run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ClamdProperties.class)
  static class Bound {}
}
