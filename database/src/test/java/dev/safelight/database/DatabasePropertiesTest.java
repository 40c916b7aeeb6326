package dev.safelight.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class DatabasePropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Settings.class);

  @Test
  void defaultsGiveUpWhileSomebodyStillWaits() {
    context.run(
        started ->
            assertThat(started.getBean(DatabaseProperties.class))
                .isEqualTo(
                    new DatabaseProperties(
                        "safelight",
                        "",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(20))));
  }

  @Test
  void databaseNeedsAName() {
    context
        .withPropertyValues("safelight.database.name=")
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("safelight.database"));
  }

  @EnableConfigurationProperties(DatabaseProperties.class)
  static class Settings {}
}
