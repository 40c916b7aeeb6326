package dev.safelight.processor.worker;

import dev.safelight.processor.process.Capacity;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.WatermarkImages;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the service its engine: in worker processes, or in its own. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

  private static final String ENDED = "safelight.processor.workers.replaced";

  @Bean
  Capacity capacity(WorkerProperties settings) {
    return new Capacity(settings.places(), settings.timeLimit());
  }

  @Bean
  ImageEngine imageEngine(WorkerProperties settings, WatermarkImages marks, MeterRegistry meters) {
    return switch (settings.isolation()) {
      case PROCESS ->
          new WorkerPool(Setup.message(settings, marks), settings, why -> count(meters, why));
      case NONE ->
          new OwnProcess(
              Setup.open(settings.engine(), marks, settings.photoFacts()), settings.places());
    };
  }

  @Bean
  EngineStart engineStart(ImageEngine engine, WorkerProperties settings) {
    return new EngineStart(engine, settings);
  }

  @Bean
  EngineHealthIndicator engineHealthIndicator(ImageEngine engine, WorkerProperties settings) {
    return new EngineHealthIndicator(engine, settings);
  }

  private static void count(MeterRegistry meters, Ending why) {
    meters.counter(ENDED, "cause", why.name().toLowerCase(Locale.ROOT)).increment();
  }
}
