package dev.safelight.processor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.worker.WorkerProperties.Isolation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class WorkerPropertiesTest {

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @Test
  void hasDefaults() {
    contexts.run(
        context -> {
          var settings = context.getBean(WorkerProperties.class);
          assertThat(settings)
              .isEqualTo(
                  new WorkerProperties(
                      "auto",
                      Isolation.PROCESS,
                      0,
                      Duration.ofMinutes(1),
                      DataSize.ofGigabytes(2),
                      1000,
                      DataSize.ofMegabytes(128),
                      false));
          assertThat(settings.places()).isEqualTo(Runtime.getRuntime().availableProcessors());
        });
  }

  @Test
  void takesEverySetting() {
    contexts
        .withPropertyValues(
            "safelight.processor.engine=java",
            "safelight.processor.isolation=none",
            "safelight.processor.workers=4",
            "safelight.processor.time-limit=5s",
            "safelight.processor.memory-limit=1GB",
            "safelight.processor.recycle-after=7",
            "safelight.processor.max-result=9MB",
            "safelight.processor.photo-facts=true")
        .run(
            context ->
                assertThat(context.getBean(WorkerProperties.class))
                    .isEqualTo(
                        new WorkerProperties(
                            "java",
                            Isolation.NONE,
                            4,
                            Duration.ofSeconds(5),
                            DataSize.ofGigabytes(1),
                            7,
                            DataSize.ofMegabytes(9),
                            true))
                    .returns(4, WorkerProperties::places));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine=",
        "isolation=some",
        "workers=-1",
        "time-limit=0s",
        "memory-limit=255MB",
        "recycle-after=0",
        "max-result=0B",
        "max-result=2GB"
      })
  void refusesNonsense(String setting) {
    contexts
        .withPropertyValues("safelight.processor." + setting)
        .run(context -> assertThat(context).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(WorkerProperties.class)
  static class Settings {}
}
