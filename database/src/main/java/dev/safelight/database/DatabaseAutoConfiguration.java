package dev.safelight.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a service its database. */
@AutoConfiguration(after = MongoReactiveAutoConfiguration.class)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseAutoConfiguration {

  /** So that a server that is away is noticed while somebody still waits for the answer. */
  @Bean
  MongoClientSettingsBuilderCustomizer timeouts(DatabaseProperties settings) {
    return client ->
        client
            .applyToClusterSettings(
                cluster ->
                    cluster.serverSelectionTimeout(
                        settings.selectionTimeout().toMillis(), MILLISECONDS))
            .applyToSocketSettings(
                socket ->
                    socket
                        .connectTimeout(settings.connectTimeout().toMillis(), MILLISECONDS)
                        .readTimeout(settings.answerTimeout().toMillis(), MILLISECONDS));
  }

  @Bean
  MongoDatabase database(
      MongoClient client, MongoConnectionDetails connection, DatabaseProperties settings) {
    var name =
        Objects.requireNonNullElse(connection.getConnectionString().getDatabase(), settings.name());
    return client.getDatabase(name + settings.suffix());
  }

  @Bean
  IndexDeclarer indexDeclarer(ObjectProvider<CollectionIndexes> indexes) {
    return new IndexDeclarer(indexes.orderedStream().toList());
  }

  @Bean
  Leases leases(MongoDatabase database) {
    return new Leases(database, Clock.systemUTC());
  }
}
