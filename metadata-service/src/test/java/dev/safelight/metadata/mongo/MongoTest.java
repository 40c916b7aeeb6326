package dev.safelight.metadata.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.testservers.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests on MongoDB in memory: a server for the class, a database for each test. */
abstract class MongoTest {

  private static EmbeddedMongo server;
  private static MongoClient client;
  private static int databases;

  final MongoDatabase database = newDatabase();
  final MongoCollection<Document> images = database.getCollection("images");

  @BeforeAll
  static void connect() {
    server = new EmbeddedMongo();
    client = server.client();
  }

  @AfterAll
  static void disconnect() {
    client.close();
    server.close();
  }

  /** One that is empty. */
  static MongoDatabase newDatabase() {
    return client.getDatabase("test" + databases++);
  }
}
