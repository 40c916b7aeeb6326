package dev.safelight.metadata.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the audit log is kept. */
@Configuration(proxyBeanMethods = false)
class AuditCollection {

  @Bean
  MongoCollection<Document> audit(MongoDatabase database) {
    return database.getCollection("audit");
  }

  @Bean
  CollectionIndexes auditIndexes(MongoCollection<Document> audit) {
    return new CollectionIndexes(audit, AuditFields.INDEXES);
  }
}
