package dev.safelight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.resumable.OpenLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class ResumableSettingsTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @Test
  void defaults() {
    context.run(
        it -> {
          assertThat(it.getBean(PresignedProperties.class).expiry())
              .isEqualTo(Duration.ofMinutes(15));
          assertThat(it.getBean(PresignedProperties.class).limits())
              .isEqualTo(new OpenLimits(Duration.ofMinutes(75), 100, 0, Duration.ofSeconds(15)));
          assertThat(it.getBean(TusProperties.class).limits())
              .isEqualTo(new OpenLimits(Duration.ofHours(24), 100, 1000, Duration.ofSeconds(15)));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safelight.ingest.presigned.expiry=8d",
        "safelight.ingest.presigned.max-open=0",
        "safelight.ingest.tus.lock=0s",
        "safelight.ingest.tus.max-parts=0",
      })
  void refusesWhatCannotWork(String setting) {
    context.withPropertyValues(setting).run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({PresignedProperties.class, TusProperties.class})
  static class Bound {}
}
