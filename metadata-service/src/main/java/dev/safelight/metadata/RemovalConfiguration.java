package dev.safelight.metadata;

import dev.safelight.database.LeasedRounds;
import dev.safelight.database.Leases;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.outbox.OutboxRelay;
import dev.safelight.metadata.removal.Graveyard;
import dev.safelight.metadata.removal.HistoryEraser;
import dev.safelight.metadata.removal.Purger;
import dev.safelight.metadata.removal.Remains;
import dev.safelight.metadata.removal.RemovalService;
import dev.safelight.metadata.removal.Removed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;

/** Removes images for good, when somebody says so and when their time is over. */
@Configuration(proxyBeanMethods = false)
class RemovalConfiguration {

  @Bean
  RemovalMeters removalMeters(MeterRegistry meters) {
    return new RemovalMeters(meters, Clock.systemUTC());
  }

  /** Who looked at it. */
  @Bean
  Remains looks(AccessLog log) {
    return imageId -> log.eraseImage(imageId).thenReturn(Removed.NOTHING);
  }

  @Bean
  Purger purger(
      Graveyard graveyard,
      List<Remains> remains,
      HistoryEraser history,
      RemovalMeters meters,
      RemovalProperties settings) {
    return new Purger(
        graveyard, remains, history, meters::count, settings.recheck(), Clock.systemUTC());
  }

  @Bean
  RemovalService removalService(
      CatalogService images,
      Catalog catalog,
      OutboxRelay<ImageChange> relay,
      Purger purger,
      RemovalProperties settings) {
    return new RemovalService(
        images, catalog, relay::nudge, purger, settings.patience(), Clock.systemUTC());
  }

  @Bean
  LeasedRounds purges(
      Purger purger, OutboxRelay<ImageChange> relay, Leases leases, RemovalProperties settings) {
    var pace = new LeasedRounds.Pace(settings.interval(), settings.term());
    return new LeasedRounds("purge", leases, pace, purger.purgeDue().doOnTerminate(relay::nudge));
  }

  @Bean(destroyMethod = "dispose")
  Disposable overduePurges(RemovalMeters meters, Graveyard graveyard, RemovalProperties settings) {
    return meters.watch(graveyard, settings.interval());
  }
}
