package dev.safelight.metadata.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where it is kept that people want to be erased. */
@Configuration(proxyBeanMethods = false)
class PersonCollections {

  @Bean
  MongoCollection<Document> erasures(MongoDatabase database) {
    return database.getCollection("erasures");
  }

  @Bean
  MongoCollection<Document> erasedPieces(MongoDatabase database) {
    return database.getCollection("erased_pieces");
  }

  @Bean
  CollectionIndexes erasureIndexes(MongoCollection<Document> erasures) {
    return new CollectionIndexes(erasures, ErasureFields.INDEXES);
  }

  @Bean
  CollectionIndexes erasedPieceIndexes(MongoCollection<Document> erasedPieces) {
    return new CollectionIndexes(
        erasedPieces, List.of(new IndexModel(Indexes.ascending(ErasureFields.ERASURE))));
  }
}
