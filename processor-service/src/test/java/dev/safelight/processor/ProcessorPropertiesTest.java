package dev.safelight.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.process.DecodeLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class ProcessorPropertiesTest {

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @Test
  void hasDefaults() {
    contexts.run(
        context ->
            assertThat(context.getBean(ProcessorProperties.class))
                .isEqualTo(
                    new ProcessorProperties(
                        DataSize.ofMegabytes(64), 12_000, 100_000_000, DataSize.ofMegabytes(512))));
  }

  @Test
  void takesEverySetting() {
    contexts
        .withPropertyValues(
            "safelight.processor.max-size=20MB",
            "safelight.processor.max-edge=8000",
            "safelight.processor.max-pixels=5000000",
            "safelight.processor.max-decoded-size=30MB")
        .run(
            context -> {
              var settings = context.getBean(ProcessorProperties.class);
              assertThat(settings)
                  .isEqualTo(
                      new ProcessorProperties(
                          DataSize.ofMegabytes(20), 8_000, 5_000_000, DataSize.ofMegabytes(30)));
              assertThat(settings.limits()).isEqualTo(new DecodeLimits(8_000, 5_000_000, 30 << 20));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-size=0B",
        "max-size=1GB",
        "max-edge=0",
        "max-pixels=0",
        "max-decoded-size=0B"
      })
  void refusesNonsense(String setting) {
    contexts
        .withPropertyValues("safelight.processor." + setting)
        .run(context -> assertThat(context).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ProcessorProperties.class)
  static class Settings {}
}
