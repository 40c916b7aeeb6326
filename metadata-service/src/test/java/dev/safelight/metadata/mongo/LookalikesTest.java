package dev.safelight.metadata.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.search.ImageSearch.Alike;
import dev.safelight.metadata.search.PerceptualHash;
import dev.safelight.testservers.EmbeddedMongo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Near duplicates by bands are those that a look at every image finds. */
class LookalikesTest {

  private static final int IMAGES = 400;
  private static final int FAMILIES = 8;

  private static final Map<UUID, PerceptualHash> hashes = new LinkedHashMap<>();
  private static final Random random = new Random(5);
  private static EmbeddedMongo server;
  private static MongoClient client;
  private static MongoCollection<Document> images;
  private static MongoImageSearch search;

  @BeforeAll
  static void fill() {
    server = new EmbeddedMongo();
    client = server.client();
    images = client.getDatabase("test").getCollection("images");
    search = new MongoImageSearch(images);
    var families = random.longs(FAMILIES).toArray();
    for (int i = 0; i < IMAGES; i++) {
      add(disturbed(families[i % FAMILIES]));
    }
  }

  @AfterAll
  static void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void findsWhatALookAtEveryImageFindsNearestFirst() {
    for (var hash : hashes.values().stream().limit(25).toList()) {
      for (int distance = 0; distance <= PerceptualHash.FARTHEST; distance++) {
        var found = search.alike(Samples.OWNER, hash, distance, IMAGES).collectList().block();

        assertThat(found.stream().map(it -> it.image().id()).toList())
            .isEqualTo(byLookingAtAll(hash, distance));
        assertThat(found).allMatch(it -> distanceOf(it, hash) == it.distance());
      }
    }
  }

  @Test
  void theNearestOfManyAreKept() {
    var hash = hashes.values().stream().filter(LookalikesTest::isOfMany).findFirst().orElseThrow();
    var found = search.alike(Samples.OWNER, hash, 7, 3).collectList().block();

    assertThat(found.stream().map(it -> it.image().id()).toList())
        .isEqualTo(byLookingAtAll(hash, 7).subList(0, 3));
  }

  @Test
  void othersImagesAndDeletedOnesAreNotFound() {
    var hash = hashes.values().iterator().next();
    assertThat(search.alike(Samples.STRANGER, hash, 7, 10).collectList().block()).isEmpty();

    var lonely = new PerceptualHash(random.nextLong());
    var id = develop(lonely);
    assertThat(search.alike(Samples.OWNER, lonely, 0, 10).collectList().block()).hasSize(1);
    new MongoCatalog(images).commit(Samples.deletion(id)).block();
    assertThat(search.alike(Samples.OWNER, lonely, 0, 10).collectList().block()).isEmpty();
  }

  private static boolean isOfMany(PerceptualHash hash) {
    return byLookingAtAll(hash, 7).size() > 3;
  }

  private static int distanceOf(Alike found, PerceptualHash hash) {
    return hashes.get(found.image().id()).distance(hash);
  }

  private static List<UUID> byLookingAtAll(PerceptualHash hash, int distance) {
    return hashes.entrySet().stream()
        .filter(entry -> entry.getValue().distance(hash) <= distance)
        .sorted(
            Comparator.<Map.Entry<UUID, PerceptualHash>>comparingInt(
                    entry -> entry.getValue().distance(hash))
                .thenComparing(entry -> entry.getKey().toString()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void add(PerceptualHash hash) {
    hashes.put(develop(hash), hash);
  }

  private static UUID develop(PerceptualHash hash) {
    var id = Samples.id();
    var sample = Samples.development(id);
    var looks = new Appearance(1, false, "%016x".formatted(hash.bits()), null, null, List.of());
    var development =
        new Development(
            sample.dimensions(), sample.recipe(), List.of(), looks, sample.shot(), sample.at());
    var projection = new MongoProjection(images, HoldPolicy.NONE);
    projection.apply(Samples.uploaded(id)).block();
    projection.apply(new ImageEvent.Processed(UUID.randomUUID(), id, development)).block();
    return id;
  }

  /** With up to nine bits changed, so that some are just too far. */
  private static PerceptualHash disturbed(long bits) {
    var flips = random.ints(random.nextInt(10), 0, Long.SIZE).mapToLong(bit -> 1L << bit);
    return new PerceptualHash(flips.reduce(bits, (left, right) -> left ^ right));
  }
}
