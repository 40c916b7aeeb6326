package dev.safelight.metadata;

import dev.safelight.eventing.OutageTypes;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.PictureService;
import dev.safelight.metadata.item.DetachingAnnouncer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemImages;
import dev.safelight.metadata.item.ItemService;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.outbox.Outbox;
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
import reactor.core.Disposable;

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

  @Bean
  ItemService itemService(Items items, ItemImages images, OutboxRelay<Item> relay) {
    return new ItemService(items, images, relay::nudge, Clock.systemUTC());
  }

  @Bean
  OutboxRelay<ImageChange> imageChanges(
      Outbox<ImageChange> outbox, Announcer<ImageChange> announcer, OutboxProperties settings) {
    return new OutboxRelay<>(outbox, announcer, settings.batch());
  }

  @Bean
  OutboxRelay<Item> itemChanges(
      Outbox<Item> outbox,
      Announcer<Item> announcer,
      ItemImages images,
      OutboxProperties settings) {
    return new OutboxRelay<>(outbox, new DetachingAnnouncer(images, announcer), settings.batch());
  }

  @Bean(destroyMethod = "dispose")
  Disposable imageSweep(OutboxRelay<ImageChange> relay, OutboxProperties settings) {
    return relay.start(settings.sweep());
  }

  @Bean(destroyMethod = "dispose")
  Disposable itemSweep(OutboxRelay<Item> relay, OutboxProperties settings) {
    return relay.start(settings.sweep());
  }
}
