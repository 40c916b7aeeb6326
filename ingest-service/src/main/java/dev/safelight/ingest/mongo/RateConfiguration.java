package dev.safelight.ingest.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import dev.safelight.ingest.upload.RateLimits;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the counting of uploads together. */
@Configuration(proxyBeanMethods = false)
class RateConfiguration {

  @Bean
  RateDocuments rateDocuments(MongoDatabase database) {
    return new RateDocuments(database);
  }

  @Bean
  CollectionIndexes rateIndexes(RateDocuments documents) {
    return documents.indexes();
  }

  @Bean
  MongoRates rates(RateLimits limits, RateDocuments documents, Clock clock) {
    return new MongoRates(limits, documents, clock);
  }
}
