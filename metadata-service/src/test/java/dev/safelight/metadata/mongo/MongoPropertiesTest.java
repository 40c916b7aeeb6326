package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class MongoPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Settings.class);

  @Test
  void defaultsGiveUpWhileSomebodyStillWaits() {
    context.run(
        started ->
            assertThat(started.getBean(MongoProperties.class))
                .isEqualTo(
                    new MongoProperties(
                        "safelight",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(20))));
  }

  @Test
  void databaseNeedsAName() {
    context
        .withPropertyValues("safelight.metadata.mongo.database=")
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("safelight.metadata.mongo"));
  }

  @EnableConfigurationProperties(MongoProperties.class)
  static class Settings {}
}
