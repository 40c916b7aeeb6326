package dev.safelight.bench.engine;

import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** An engine as the service gets it: by the service's own settings, and nothing else of it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("dev.safelight.processor.worker")
@ConfigurationPropertiesScan("dev.safelight.processor.worker")
class ServiceEngine {

  /**
   * Opens an engine; closing the context ends its workers.
   *
   * @param engine its name
   * @param isolation {@code process} or {@code none}
   * @param workers images at a time
   * @param marks what it may lay over pictures
   */
  static ConfigurableApplicationContext open(
      String engine, String isolation, int workers, WatermarkImages marks) {
    return new SpringApplicationBuilder(ServiceEngine.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean(WatermarkImages.class, () -> marks))
        .run(
            "--safelight.processor.engine=" + engine,
            "--safelight.processor.isolation=" + isolation,
            "--safelight.processor.workers=" + workers);
  }

  /** The engine of an open context. */
  static ImageEngine of(ConfigurableApplicationContext context) {
    return context.getBean(ImageEngine.class);
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
