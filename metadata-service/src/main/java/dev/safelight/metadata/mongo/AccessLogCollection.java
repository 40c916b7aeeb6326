package dev.safelight.metadata.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the access log is kept. */
@Configuration(proxyBeanMethods = false)
class AccessLogCollection {

  @Bean
  MongoCollection<Document> accesses(MongoDatabase database) {
    return database.getCollection("access_log");
  }

  @Bean
  CollectionIndexes accessIndexes(MongoCollection<Document> accesses) {
    return new CollectionIndexes(accesses, AccessLogFields.INDEXES);
  }
}
