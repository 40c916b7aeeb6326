package dev.safelight.ingest.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the keys of requests. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

  @Bean
  MongoIdempotencyKeys idempotencyKeys(
      MongoDatabase database, IdempotencyTerms terms, Clock clock) {
    return new MongoIdempotencyKeys(database, terms, clock);
  }

  @Bean
  CollectionIndexes idempotencyIndexes(MongoIdempotencyKeys keys) {
    return keys.indexes();
  }
}
