package dev.safelight.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.CatalogSettings;
import dev.safelight.metadata.signing.SigningSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SettingsTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Settings.class);

  @Test
  void defaultsAreThoseOfTheManual() {
    context.run(
        started -> {
          assertThat(started.getBean(CatalogProperties.class).forCore())
              .isEqualTo(
                  new CatalogSettings(
                      Duration.ofSeconds(60),
                      Duration.ofSeconds(5),
                      Duration.ofMillis(50),
                      Duration.ofMillis(500),
                      Duration.ofDays(30)));
          assertThat(started.getBean(OutboxProperties.class))
              .isEqualTo(new OutboxProperties(Duration.ofSeconds(1), Duration.ofSeconds(10), 100));
          assertThat(started.getBean(SigningProperties.class).forCore())
              .isEqualTo(
                  new SigningSettings(
                      Duration.ofDays(30), Duration.ofDays(8), Duration.ofMinutes(1)));
        });
  }

  @Test
  void streamsAreAsManyAsTheHeapBears() {
    assertThat(LiveProperties.streamsIn(256 << 20)).isEqualTo(5368);
    assertThat(LiveProperties.streamsIn(512 << 20)).isEqualTo(10_737);
    assertThat(LiveProperties.streamsIn(1)).isEqualTo(1);
    assertThat(LiveProperties.streamsIn(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    assertThat(mostStreams()).isEqualTo(LiveProperties.streamsIn(Runtime.getRuntime().maxMemory()));
    assertThat(mostStreams("safelight.metadata.live.per-instance=70000")).isEqualTo(70_000);
  }

  private int mostStreams(String... settings) {
    var most = new AtomicInteger();
    context
        .withPropertyValues(settings)
        .run(
            started ->
                most.set(started.getBean(LiveProperties.class).forCore().limits().instance()));
    return most.get();
  }

  @Test
  void secretsAreNeverPrinted() {
    var secret = "do-not-print-me".repeat(3);
    context
        .withPropertyValues("safelight.metadata.signing.secrets=" + secret)
        .run(
            started -> {
              var settings = started.getBean(SigningProperties.class);
              assertThat(settings.secrets()).containsExactly(secret);
              assertThat(settings.toString()).doesNotContain(secret);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safelight.metadata.catalog.settle=-1s",
        "safelight.metadata.catalog.first-pause=0",
        "safelight.metadata.catalog.restorable=-1d",
        "safelight.metadata.outbox.sweep=0",
        "safelight.metadata.signing.rotation=1m",
        "safelight.metadata.signing.validity=6d",
        "safelight.metadata.signing.refresh=1h",
        "safelight.metadata.signing.secrets=too-short",
        "safelight.metadata.live.per-instance=0",
        "safelight.metadata.outbox.batch=0"
      })
  void nonsenseIsRefused(String setting) {
    context
        .withPropertyValues(setting)
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("safelight.metadata"));
  }

  @EnableConfigurationProperties({
    CatalogProperties.class,
    LiveProperties.class,
    OutboxProperties.class,
    SigningProperties.class
  })
  static class Settings {}
}
