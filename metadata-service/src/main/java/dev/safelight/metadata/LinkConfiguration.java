package dev.safelight.metadata;

import dev.safelight.database.LeasedRounds;
import dev.safelight.database.Leases;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.accesslog.AccessRecorder;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.link.LinkService;
import dev.safelight.metadata.link.LinkTokens;
import dev.safelight.metadata.link.ViewLinks;
import dev.safelight.metadata.signing.Signatures;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Puts together who may see pictures by an address, and the log of who did. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

  private static final Duration TERM = Duration.ofMinutes(1);

  @Bean
  LinkTokens linkTokens(Signatures signatures) {
    return new LinkTokens(signatures, Clock.systemUTC());
  }

  @Bean
  LinkService linkService(CatalogService catalog, LinkTokens tokens, AccessLog log) {
    return new LinkService(catalog, tokens, log, Clock.systemUTC());
  }

  @Bean
  ViewLinks viewLinks(LinkTokens tokens, LinkProperties settings) {
    return new ViewLinks(tokens, settings.view(), Clock.systemUTC());
  }

  @Bean
  AccessRecorder accessRecorder(AccessLog log, AccessLogProperties settings) {
    return new AccessRecorder(log, settings.capacity());
  }

  @Bean
  WhileRunning accessLogWriting(AccessRecorder recorder, AccessLogProperties settings) {
    return new WhileRunning(() -> recorder.start(settings.flush()), Mono.defer(recorder::flush));
  }

  @Bean
  LeasedRounds accessLogSweep(AccessLog log, Leases leases, AccessLogProperties settings) {
    var clock = Clock.systemUTC();
    var sweep = Mono.defer(() -> log.removeBefore(clock.instant().minus(settings.keep())));
    return new LeasedRounds(
        "access-log-sweep", leases, new LeasedRounds.Pace(settings.sweep(), TERM), sweep);
  }
}
