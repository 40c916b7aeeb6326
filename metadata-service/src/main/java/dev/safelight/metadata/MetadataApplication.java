package dev.safelight.metadata;

import dev.safelight.eventing.OutageTypes;
import dev.safelight.metadata.catalog.Announcer;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.Outbox;
import dev.safelight.metadata.catalog.OutboxRelay;
import dev.safelight.metadata.catalog.PictureService;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import reactor.core.Disposable;

/** Starts the service and puts its core together. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MetadataApplication {

  static void main(String[] args) {
    SpringApplication.run(MetadataApplication.class, args);
  }

  @Bean
  OutageTypes outages() {
    return OutageTypes.of(CatalogUnavailableException.class);
  }

  @Bean
  CatalogService catalogService(Catalog catalog, OutboxRelay relay, CatalogProperties settings) {
    return new CatalogService(catalog, relay::nudge, settings.forCore(), Clock.systemUTC());
  }

  @Bean
  PictureService pictureService(CatalogService catalog) {
    return new PictureService(catalog);
  }

  @Bean
  OutboxRelay outboxRelay(Outbox outbox, Announcer announcer, OutboxProperties settings) {
    return new OutboxRelay(outbox, announcer, settings.batch());
  }

  @Bean(destroyMethod = "dispose")
  Disposable outboxSweep(OutboxRelay relay, OutboxProperties settings) {
    return relay.start(settings.sweep());
  }
}
