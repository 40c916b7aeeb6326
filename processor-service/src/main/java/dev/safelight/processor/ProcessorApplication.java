package dev.safelight.processor;

import dev.safelight.eventing.OutageTypes;
import dev.safelight.processor.process.Darkroom;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.Measurements;
import dev.safelight.processor.process.OriginalReader;
import dev.safelight.processor.process.OriginalUnreachableException;
import dev.safelight.processor.process.Originals;
import dev.safelight.processor.process.Outcomes;
import dev.safelight.processor.process.ProcessService;
import dev.safelight.processor.process.VariantStore;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.process.WorkersUnavailableException;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.settings.VariantsProperties;
import dev.safelight.storage.StorageUnavailableException;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * The processor-service: from {@code image.cleared} to {@code image.processed} or {@code rejected}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ProcessorApplication {

  static void main(String[] args) {
    SpringApplication.run(ProcessorApplication.class, args);
  }

  @Bean
  ProcessService processService(
      OriginalReader originals,
      Darkroom darkroom,
      VariantStore store,
      Outcomes outcomes,
      Measurements measurements) {
    return new ProcessService(
        originals, darkroom, store, outcomes, measurements, Clock.systemUTC());
  }

  @Bean
  OriginalReader originalReader(Originals originals, ProcessorProperties settings) {
    return new OriginalReader(originals, settings.maxSize().toBytes());
  }

  @Bean
  WatermarkImages watermarkImages(VariantsProperties settings) {
    return WatermarkFiles.read(settings.images());
  }

  @Bean
  Darkroom darkroom(
      ImageEngine engine, VariantSets sets, WatermarkImages marks, ProcessorProperties settings) {
    return new Darkroom(engine, sets, marks, settings.limits());
  }

  @Bean
  OutageTypes outages() {
    return OutageTypes.of(
        StorageUnavailableException.class,
        OriginalUnreachableException.class,
        WorkersUnavailableException.class);
  }
}
