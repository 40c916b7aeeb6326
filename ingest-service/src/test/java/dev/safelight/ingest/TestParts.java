package dev.safelight.ingest;

import dev.safelight.testservers.EmbeddedMongo;
import dev.safelight.testservers.S3Server;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistrar;
import reactor.core.publisher.Mono;

/** What stands in for the outside: an S3 server, an issuer of tokens, a clock that is stopped. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

  /** Moves only when told to. */
  static class StoppedClock extends Clock {

    private final AtomicInteger readings = new AtomicInteger();
    private volatile Instant now = Instant.now();

    void moveTo(Instant instant) {
      now = instant;
    }

    void move(Duration by) {
      now = now.plus(by);
    }

    int readings() {
      return readings.get();
    }

    @Override
    public Instant instant() {
      readings.incrementAndGet();
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Bean
  EmbeddedMongo embeddedMongo() {
    return new EmbeddedMongo();
  }

  @Bean
  DynamicPropertyRegistrar addresses(EmbeddedMongo mongo) {
    return settings -> {
      settings.add("safelight.s3.endpoint", S3Server::endpoint);
      settings.add("spring.mongodb.uri", () -> mongo.uri("test"));
    };
  }

  @Bean
  @Primary
  StoppedClock stoppedClock() {
    return new StoppedClock();
  }

  @Bean
  @Primary
  ReactiveJwtDecoder anyToken() {
    return token ->
        Mono.just(
            Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject("user-1")
                .claim("scope", "images:write")
                .build());
  }
}
