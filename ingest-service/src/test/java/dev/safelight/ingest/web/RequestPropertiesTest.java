package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class RequestPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @Test
  void defaults() {
    context.run(
        it ->
            assertThat(it.getBean(RequestProperties.class))
                .isEqualTo(
                    new RequestProperties(
                        DataSize.ofMegabytes(100),
                        20,
                        DataSize.ofKilobytes(16),
                        DataSize.ofKilobytes(8),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5))));
  }

  @Test
  void everySettingIsMapped() {
    context
        .withPropertyValues(
            "safelight.ingest.request.max-size=1MB",
            "safelight.ingest.request.max-files=2",
            "safelight.ingest.request.max-field-size=3KB",
            "safelight.ingest.request.max-part-headers=4KB",
            "safelight.ingest.request.idle-timeout=5s",
            "safelight.ingest.request.timeout=6s")
        .run(
            it ->
                assertThat(it.getBean(RequestProperties.class))
                    .isEqualTo(
                        new RequestProperties(
                            DataSize.ofMegabytes(1),
                            2,
                            DataSize.ofKilobytes(3),
                            DataSize.ofKilobytes(4),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(6))));
  }

  @Test
  void refusesToTakeNoFile() {
    context
        .withPropertyValues("safelight.ingest.request.max-files=0")
        .run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(RequestProperties.class)
  static class Bound {}
}
