package dev.safelight.ingest.mongo.ledger;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index of the ledger; all else is found by its id. */
@Configuration(proxyBeanMethods = false)
class LedgerIndexes {

  /** What is not known to be announced, oldest first. */
  private static final IndexModel UNANNOUNCED =
      new IndexModel(
          Indexes.ascending(EntryDocuments.RESERVED_AT), new IndexOptions().sparse(true));

  @Bean
  CollectionIndexes uploadIndexes(MongoDatabase database) {
    return new CollectionIndexes(database.getCollection(Uploads.COLLECTION), List.of(UNANNOUNCED));
  }
}
