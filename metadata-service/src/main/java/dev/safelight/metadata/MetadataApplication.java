package dev.safelight.metadata;

import dev.safelight.eventing.OutageTypes;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.PictureService;
import dev.safelight.metadata.outbox.OutboxRelay;
import dev.safelight.metadata.search.ImageSearch;
import dev.safelight.metadata.search.SearchService;
import dev.safelight.metadata.signing.Signatures;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the service and puts its core together. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MetadataApplication {

  /** With {@code rebuild} as the first argument it is {@link RebuildCommand}. */
  static void main(String[] args) {
    if (args.length > 0 && args[0].equals(RebuildCommand.NAME)) {
      System.exit(RebuildCommand.run(Arrays.copyOfRange(args, 1, args.length)));
    }
    SpringApplication.run(MetadataApplication.class, args);
  }

  @Bean
  OutageTypes outages() {
    return OutageTypes.of(CatalogUnavailableException.class);
  }

  @Bean
  CatalogService catalogService(
      Catalog catalog, OutboxRelay<ImageChange> relay, CatalogProperties settings) {
    return new CatalogService(catalog, relay::nudge, settings.forCore(), Clock.systemUTC());
  }

  @Bean
  SearchService searchService(ImageSearch search, CatalogService catalog, Signatures signatures) {
    return new SearchService(search, catalog, signatures);
  }

  @Bean
  PictureService pictureService(CatalogService catalog) {
    return new PictureService(catalog);
  }
}
