package dev.safelight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.AdmissionRules;
import dev.safelight.ingest.upload.ImageLimits;
import dev.safelight.ingest.upload.Item.ItemLimits;
import dev.safelight.ingest.upload.RateLimit;
import dev.safelight.ingest.upload.RateLimits;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
                  new LimitProperties(
                      DataSize.ofMegabytes(10), 1, 1, 12_000, 12_000, 100_000_000, Map.of()));
          assertThat(it.getBean(ItemProperties.class))
              .isEqualTo(new ItemProperties(Duration.ofSeconds(2)));
          assertThat(it.getBean(QuarantineProperties.class))
              .isEqualTo(
                  new QuarantineProperties(
                      Duration.ofMinutes(10), false, false, Duration.ofDays(30)));
          assertThat(it.getBean(IdempotencyProperties.class).terms())
              .isEqualTo(new IdempotencyTerms(Duration.ofHours(24), Duration.ofSeconds(30)));
          assertThat(it.getBean(RateProperties.class).limits())
              .isEqualTo(
                  new RateLimits(
                      new RateLimit(50, Duration.ofHours(1)),
                      new RateLimit(100, Duration.ofHours(1)),
                      new RateLimit(1000, Duration.ofDays(1))));
          assertThat(it.getBean(SpoolProperties.class)).isEqualTo(new SpoolProperties(null));
          assertThat(it.getBean(SpoolProperties.class).folderOrDefault()).isAbsolute();
        });
  }

  @Test
  void everySettingIsMapped() {
    context
        .withPropertyValues(
            "safelight.ingest.limits.max-file-size=1MB",
            "safelight.ingest.items.settle=5s",
            "safelight.ingest.limits.min-width=4",
            "safelight.ingest.limits.min-height=5",
            "safelight.ingest.limits.kinds.product.min-width=300",
            "safelight.ingest.limits.kinds.product.min-height=200",
            "safelight.ingest.limits.kinds.product.max-width=3000",
            "safelight.ingest.limits.kinds.product.max-height=2000",
            "safelight.ingest.limits.kinds.product.max-size=2MB",
            "safelight.ingest.limits.kinds.page.max-size=1MB",
            "safelight.ingest.limits.max-width=1",
            "safelight.ingest.limits.max-height=2",
            "safelight.ingest.limits.max-pixels=3",
            "safelight.ingest.quarantine.keep=1h",
            "safelight.ingest.idempotency.keep=2h",
            "safelight.ingest.idempotency.lease=3s",
            "safelight.ingest.quarantine.keep-ready=true",
            "safelight.ingest.quarantine.keep-rejected=true",
            "safelight.ingest.quarantine.expiry=2d",
            "safelight.ingest.rates.user.limit=0",
            "safelight.ingest.rates.user.window=1m",
            "safelight.ingest.rates.address.limit=2",
            "safelight.ingest.rates.address.window=3m",
            "safelight.ingest.rates.item.limit=4",
            "safelight.ingest.rates.item.window=5m",
            "safelight.ingest.spool.folder=spool")
        .run(
            it -> {
              var items = it.getBean(ItemProperties.class);
              assertThat(it.getBean(LimitProperties.class).rules(items))
                  .isEqualTo(
                      new AdmissionRules(
                          new ImageLimits(4, 5, 1, 2, 3, 1 << 20),
                          Map.of(
                              "product", new ItemLimits(300, 200, 3000, 2000, 2L << 20),
                              "page", new ItemLimits(null, null, null, null, 1L << 20)),
                          Duration.ofSeconds(5)));
              assertThat(it.getBean(QuarantineProperties.class))
                  .isEqualTo(
                      new QuarantineProperties(
                          Duration.ofHours(1), true, true, Duration.ofDays(2)));
              assertThat(it.getBean(IdempotencyProperties.class).terms())
                  .isEqualTo(new IdempotencyTerms(Duration.ofHours(2), Duration.ofSeconds(3)));
              assertThat(it.getBean(RateProperties.class).limits())
                  .isEqualTo(
                      new RateLimits(
                          new RateLimit(0, Duration.ofMinutes(1)),
                          new RateLimit(2, Duration.ofMinutes(3)),
                          new RateLimit(4, Duration.ofMinutes(5))));
              assertThat(it.getBean(SpoolProperties.class).folderOrDefault())
                  .isEqualTo(Path.of("spool"));
            });
  }

  @Test
  void refusesLimitsThatLetNothingIn() {
    context
        .withPropertyValues("safelight.ingest.limits.max-width=0")
        .run(it -> assertThat(it).hasFailed());
    context
        .withPropertyValues("safelight.ingest.limits.kinds.product.min-width=0")
        .run(it -> assertThat(it).hasFailed());
  }

  @Test
  void refusesAWindowOfNoTime() {
    context
        .withPropertyValues("safelight.ingest.rates.item.window=0s")
        .run(it -> assertThat(it).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({
    LimitProperties.class,
    ItemProperties.class,
    QuarantineProperties.class,
    IdempotencyProperties.class,
    RateProperties.class,
    SpoolProperties.class
  })
  static class Bound {}
}
