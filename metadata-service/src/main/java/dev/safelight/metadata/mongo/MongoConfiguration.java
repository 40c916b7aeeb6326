package dev.safelight.metadata.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Objects;
import org.bson.Document;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

  private static final String IMAGES = "images";

  /** So that a server that is away is noticed while somebody still waits for the answer. */
  @Bean
  MongoClientSettingsBuilderCustomizer timeouts(MongoProperties mongo) {
    return client ->
        client
            .applyToClusterSettings(
                cluster ->
                    cluster.serverSelectionTimeout(
                        mongo.selectionTimeout().toMillis(), MILLISECONDS))
            .applyToSocketSettings(
                socket ->
                    socket
                        .connectTimeout(mongo.connectTimeout().toMillis(), MILLISECONDS)
                        .readTimeout(mongo.answerTimeout().toMillis(), MILLISECONDS));
  }

  @Bean
  MongoCollection<Document> images(
      MongoClient client, MongoConnectionDetails connection, MongoProperties mongo) {
    var database =
        Objects.requireNonNullElse(
            connection.getConnectionString().getDatabase(), mongo.database());
    return client.getDatabase(database).getCollection(IMAGES);
  }
}
