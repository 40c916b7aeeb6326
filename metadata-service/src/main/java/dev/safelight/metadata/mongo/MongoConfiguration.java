package dev.safelight.metadata.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections, and every index of them with the query it is for. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

  private static final String IMAGES = "images";

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
    return new CollectionIndexes(images, ImageIndexes.ALL);
  }
}
