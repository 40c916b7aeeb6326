package dev.safelight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class SettingsTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Bound.class);

  @Test
  void defaults() {
    context.run(
        it -> {
          assertThat(it.getBean(LimitProperties.class))
              .isEqualTo(
                  new LimitProperties(DataSize.ofMegabytes(10), 12_000, 12_000, 100_000_000));
          assertThat(it.getBean(QuarantineProperties.class))
              .isEqualTo(new QuarantineProperties(Duration.ofMinutes(10), false));
          assertThat(it.getBean(SpoolProperties.class)).isEqualTo(new SpoolProperties(null));
          assertThat(it.getBean(SpoolProperties.class).folderOrDefault()).isAbsolute();
        });
  }

  @Test
  void everySettingIsMapped() {
    context
        .withPropertyValues(
            "safelight.ingest.limits.max-file-size=1MB",
            "safelight.ingest.limits.max-width=1",
            "safelight.ingest.limits.max-height=2",
            "safelight.ingest.limits.max-pixels=3",
            "safelight.ingest.quarantine.keep=1h",
            "safelight.ingest.quarantine.keep-rejected=true",
            "safelight.ingest.spool.folder=spool")
        .run(
            it -> {
              assertThat(it.getBean(LimitProperties.class))
                  .isEqualTo(new LimitProperties(DataSize.ofMegabytes(1), 1, 2, 3));
              assertThat(it.getBean(QuarantineProperties.class))
                  .isEqualTo(new QuarantineProperties(Duration.ofHours(1), true));
              assertThat(it.getBean(SpoolProperties.class).folderOrDefault())
                  .isEqualTo(Path.of("spool"));
            });
  }

  @Test
  void refusesLimitsThatLetNothingIn() {
    context
        .withPropertyValues("safelight.ingest.limits.max-width=0")
        .run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({
    LimitProperties.class,
    QuarantineProperties.class,
    SpoolProperties.class
  })
  static class Bound {}
}
