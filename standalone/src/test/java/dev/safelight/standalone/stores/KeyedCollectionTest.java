package dev.safelight.standalone.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking up by id finds what looking at every document would. */
class KeyedCollectionTest {

  @TempDir Path folder;
  private int port;

  @BeforeEach
  void findPort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @Test
  void findsTheSameAsAScan() throws Exception {
    try (var _ = EmbeddedMongo.start(folder, port);
        var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
      var images = client.getDatabase("safelight").getCollection("images");
      for (int i = 0; i < 20; i++) {
        images.insertOne(new Document("_id", "image-" + i).append("rank", i % 3));
      }

      assertThat(ids(images, Filters.eq("_id", "image-4"))).containsExactly("image-4");
      assertThat(ids(images, guarded("image-4", 1))).containsExactly("image-4");
      assertThat(ids(images, guarded("image-4", 2))).isEmpty();
      assertThat(ids(images, guarded("none", 1))).isEmpty();
      assertThat(ids(images, Filters.and(Filters.in("_id", "image-1", "image-4"), rank(1))))
          .containsExactly("image-1", "image-4");
      assertThat(
              ids(images, Filters.and(Filters.eq("_id", "image-1"), Filters.eq("_id", "image-4"))))
          .isEmpty();
      assertThat(
              ids(images, Filters.or(Filters.eq("_id", "image-1"), Filters.eq("_id", "image-4"))))
          .containsExactly("image-1", "image-4");
    }
  }

  @Test
  void updatesWhatItFindsAndInsertsWhatItDoesNot() throws Exception {
    try (var _ = EmbeddedMongo.start(folder, port);
        var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
      var images = client.getDatabase("safelight").getCollection("images");
      var upsert = new UpdateOptions().upsert(true);

      images.updateOne(guarded("a", 1), Updates.set("seen", true), upsert);
      assertThat(images.updateOne(guarded("a", 1), Updates.set("rank", 2)).getModifiedCount())
          .isEqualTo(1);
      assertThat(images.updateOne(guarded("a", 1), Updates.set("rank", 3)).getMatchedCount())
          .isZero();

      assertThat(images.find().first())
          .isEqualTo(new Document("_id", "a").append("rank", 2).append("seen", true));
    }
  }

  private static Bson guarded(String id, int rank) {
    return Filters.and(Filters.eq("_id", id), rank(rank));
  }

  private static Bson rank(int rank) {
    return Filters.eq("rank", rank);
  }

  private static List<String> ids(MongoCollection<Document> images, Bson query) {
    return images.find(query).map(image -> image.getString("_id")).into(new ArrayList<>());
  }
}
