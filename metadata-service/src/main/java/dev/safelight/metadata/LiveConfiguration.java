package dev.safelight.metadata;

import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.live.Changes;
import dev.safelight.metadata.live.LiveService;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts live status together. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean(destroyMethod = "")
  LiveService liveService(CatalogService catalog, Changes changes, LiveProperties settings) {
    return new LiveService(catalog, changes, settings.forCore(), Clock.systemUTC());
  }

  @Bean
  LiveLifecycle liveLifecycle(LiveService live) {
    return new LiveLifecycle(live);
  }

  @Bean
  MeterBinder liveListeners(LiveService live) {
    return registry ->
        Gauge.builder("safelight.metadata.live.listeners", live, LiveService::listeners)
            .description("Open streams of live status")
            .register(registry);
  }
}
