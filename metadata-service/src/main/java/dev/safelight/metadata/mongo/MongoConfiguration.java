package dev.safelight.metadata.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections, and every index of them with the query it is for. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

  private static final String IMAGES = "images";

  /** Lists of an owner's images, newest first. */
  private static final IndexModel BY_OWNER =
      new IndexModel(
          Indexes.compoundIndex(Indexes.ascending(Fields.OWNER), Indexes.descending(Fields.ID)));

  /** The images of an item. */
  private static final IndexModel BY_ITEM =
      new IndexModel(
          Indexes.compoundIndex(Indexes.ascending(Fields.ITEM), Indexes.descending(Fields.ID)));

  /** What waits to be announced. */
  private static final IndexModel WAITING =
      new IndexModel(Indexes.ascending(Fields.OUTBOX_EVENT), new IndexOptions().sparse(true));

  @Bean
  MongoCollection<Document> images(MongoDatabase database) {
    return database.getCollection(IMAGES);
  }

  @Bean
  MongoCollection<Document> items(MongoDatabase database) {
    return database.getCollection("items");
  }

  @Bean
  CollectionIndexes itemIndexes(MongoCollection<Document> items) {
    return new CollectionIndexes(items, ItemFields.INDEXES);
  }

  @Bean
  CollectionIndexes imageIndexes(MongoCollection<Document> images) {
    return indexes(images);
  }

  static CollectionIndexes indexes(MongoCollection<Document> images) {
    return new CollectionIndexes(images, List.of(BY_OWNER, BY_ITEM, WAITING));
  }
}
