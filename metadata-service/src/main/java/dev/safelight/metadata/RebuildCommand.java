package dev.safelight.metadata;

import static java.util.Objects.requireNonNullElse;

import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.rebuild.EmptyCatalog;
import dev.safelight.metadata.rebuild.History;
import dev.safelight.metadata.rebuild.Rebuild;
import dev.safelight.metadata.rebuild.RebuildRefusedException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Makes the catalog anew from the topics, once, and ends: no server, no listeners, no jobs. Beans
 * are lazy, so that of the adapters only those are made that it asks for.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties({RebuildProperties.class, ModerationProperties.class})
@Import(ModerationConfiguration.class)
@ComponentScan({"dev.safelight.metadata.kafka", "dev.safelight.metadata.mongo"})
class RebuildCommand {

  /** The argument that asks for it. */
  static final String NAME = "rebuild";

  /**
   * Somebody reads along, and a client of Kafka tells a page of itself for each partition, and its
   * consumer warns of each whose end it is asked for. That a broker is away is still to be seen.
   */
  private static final Map<String, Object> QUIET =
      Map.of(
          "logging.level.root", "warn",
          "logging.level.org.apache.kafka.clients.consumer", "error",
          "logging.level.dev.safelight", "info");

  private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);

  /** Exit code: 0 when it is done, 1 when it could not be. */
  static int run(String... arguments) {
    var application =
        new SpringApplicationBuilder(RebuildCommand.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(QUIET)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true);
    try (var context = application.run(arguments)) {
      var facts = context.getBean(Rebuild.class).run().toFuture().join();
      LOG.info("Done: the catalog is as {} facts tell. The service may use it.", facts);
      return 0;
    } catch (CompletionException e) {
      tell(requireNonNullElse(e.getCause(), e));
      return 1;
    }
  }

  @Bean
  Rebuild rebuild(
      History history,
      Projection projection,
      EmptyCatalog catalog,
      AuditLog audit,
      RebuildProperties settings) {
    var terms = new Rebuild.Terms(settings.versionMargin(), Clock.systemUTC());
    return new Rebuild(history, projection, catalog, audit, terms);
  }

  private static void tell(Throwable failure) {
    if (failure instanceof RebuildRefusedException) {
      LOG.error("Nothing was rebuilt. {}.", failure.getMessage());
    } else {
      LOG.error("Not rebuilt to the end; begin again, in another empty database.", failure);
    }
  }
}
