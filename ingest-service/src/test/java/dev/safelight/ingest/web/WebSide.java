package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.AdmissionRules;
import dev.safelight.ingest.upload.ImageLimits;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.UploadService;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import dev.safelight.ingest.upload.ledger.QuotaService;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Puts the web side together without Kafka and S3. A token is its own scope, with a dot in it. No
 * {@code @Configuration}, so that the tests of the whole service do not find it.
 */
@EnableAutoConfiguration(
    excludeName = {
      "dev.safelight.eventing.EventingAutoConfiguration",
      "dev.safelight.storage.StorageAutoConfiguration",
      "dev.safelight.database.DatabaseAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
    })
@EnableConfigurationProperties({
  RequestProperties.class,
  ProxyProperties.class,
  SlotProperties.class
})
@Import({
  UploadController.class,
  UploadDesk.class,
  UploadAnswers.class,
  EarlierImages.class,
  UsageController.class,
  LimitsController.class,
  QuotaController.class,
  FormReader.class,
  IdempotentRequests.class,
  AnswerStorage.class,
  ClientAddresses.class,
  EarlyAnswers.class,
  RateGate.class,
  UploadRates.class,
  UploadSlots.class,
  WebConfiguration.class
})
class WebSide {

  static final int MAX_FILE_SIZE = 100_000;

  @Bean
  FakeKeys keys() {
    return new FakeKeys();
  }

  @Bean
  IdempotencyTerms terms() {
    return new IdempotencyTerms(Duration.ofHours(24), Duration.ofSeconds(30));
  }

  @Bean
  FakePipeline pipeline() {
    return new FakePipeline();
  }

  @Bean
  FakeQuotas quotas() {
    return new FakeQuotas();
  }

  @Bean
  QuotaService quotaService(FakeQuotas quotas, FakePipeline pipeline) {
    return new QuotaService(quotas, pipeline::announceLimit, Clock.systemUTC());
  }

  @Bean
  FakeRates rates() {
    return new FakeRates();
  }

  @Bean
  SpoolFolder spoolFolder() throws IOException {
    return SpoolFolder.in(Files.createTempDirectory("spool-test"));
  }

  @Bean
  Spool spool(SpoolFolder folder) {
    return new Spool(folder, MAX_FILE_SIZE);
  }

  @Bean
  UploadService uploads(FakePipeline pipeline, FakeRates rates) {
    var clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    var limits = new ImageLimits(1, 1, 100, 100, 5000, MAX_FILE_SIZE);
    return new UploadService(
        new AdmissionRules(limits, Map.of(), Duration.ZERO),
        pipeline,
        rates,
        pipeline,
        pipeline,
        pipeline,
        clock);
  }

  @Bean
  @Primary
  ReactiveJwtDecoder scopesAsTokens() {
    return token ->
        Mono.just(
            Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject("user-1")
                .claim("scope", token.replace('.', ':'))
                .claim("roles", token.equals("admin") ? List.of("admin") : List.of())
                .build());
  }
}
