package dev.safelight.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.event.Topics;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.item.ItemService;
import dev.safelight.metadata.kafka.Compaction;
import dev.safelight.metadata.kafka.RandomHistory;
import dev.safelight.metadata.removal.Graveyard;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.DynamicPropertyRegistrar;
import reactor.core.publisher.Flux;

/** The catalog made anew from the topics, next to the one that they were told of. */
@EmbeddedKafka(brokerProperties = {"auto.create.topics.enable=false", "log.cleaner.backoff.ms=200"})
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "safelight.eventing.partitions=3",
      "safelight.oidc.issuer=http://127.0.0.1:1",
      "safelight.s3.endpoint=http://127.0.0.1:1",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret",
      "server.address=127.0.0.1"
    })
@ExtendWith(OutputCaptureExtension.class)
class RebuildIT {

  private static final long MARGIN = 1000;

  @Autowired EmbeddedMongo mongo;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired EventPublisher publisher;
  @Autowired Catalog catalog;
  @Autowired ItemService items;
  @Autowired Graveyard graveyard;
  @Autowired KafkaListenerEndpointRegistry listeners;
  @Autowired KafkaAdmin admin;

  @Test
  void whatIsRebuiltEqualsWhatWas(CapturedOutput output) throws Exception {
    var history = new RandomHistory(publisher, catalog, items, graveyard, System.nanoTime());
    history.happen(60);
    patiently().until(() -> everythingIsSettled(history));
    history.contradict();
    patiently().until(() -> committed().entrySet().containsAll(ends().entrySet()));
    history.purge(6);
    patiently().until(() -> everythingIsSettled(history));

    assertThat(rebuild("running")).as("while the service runs").isEqualTo(1);
    listeners.stop();
    patiently().until(() -> rebuild("rebuilt") == 0);
    assertThat(output).as("for whoever reads along").doesNotContain("OffsetFetcher");

    assertThatItEqualsWhatWas("rebuilt", MARGIN, history);
    assertThat(documents("rebuilt", "audit", 0).values())
        .extracting(entry -> entry.getString("action"))
        .containsExactly("catalog.rebuilt");
    assertThat(committed()).containsAllEntriesOf(ends());
    assertThat(rebuild("rebuilt")).as("into one that is not empty").isEqualTo(1);

    var compaction = new Compaction(broker.getBrokersAsString());
    assertThat(compaction.forgotten()).isZero();
    compaction.complete();
    assertThat(compaction.forgotten()).isPositive();
    assertThat(compaction.keys(Topics.erasedAtPurge()))
        .doesNotContainAnyElementsOf(history.purged());
    assertThat(compaction.keys(List.of(Topics.IMAGE_PURGED))).containsAll(history.purged());
    assertThat(rebuild("compacted")).isZero();
    assertThatItEqualsWhatWas("compacted", MARGIN + compaction.forgotten(), history);
  }

  private void assertThatItEqualsWhatWas(String database, long lift, RandomHistory history) {
    for (var collection : List.of("images", "items")) {
      assertThat(documents(database, collection, lift))
          .as(history.toString())
          .isEqualTo(documents("original", collection, 0));
    }
  }

  private int rebuild(String database) {
    return RebuildCommand.run(
        "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
        "--spring.mongodb.uri=" + mongo.uri(database),
        "--safelight.metadata.rebuild.version-margin=" + MARGIN);
  }

  private boolean everythingIsSettled(RandomHistory history) {
    var images = documents("original", "images", 0);
    return history.facts().entrySet().stream()
            .allMatch(
                image ->
                    images.containsKey(image.getKey())
                        && facts(images.get(image.getKey())) == image.getValue())
        && images.values().stream().allMatch(RebuildIT::isTold)
        && documents("original", "items", 0).values().stream().allMatch(RebuildIT::isTold);
  }

  private static int facts(Document image) {
    return ((HashSet<?>) image.get("appliedEvents")).size();
  }

  private static boolean isTold(Document told) {
    return told.get("outbox", List.of()).isEmpty();
  }

  /**
   * In which order events came, when they were stored, and what may have to be told again is no
   * part of a record; versions are higher by a margin.
   */
  private Map<String, Document> documents(String database, String collection, long margin) {
    var all = new TreeMap<String, Document>();
    try (MongoClient client = mongo.client()) {
      Flux.from(client.getDatabase(database).getCollection(collection).find())
          .doOnNext(document -> all.put(document.getString("_id"), document))
          .blockLast();
    }
    all.replaceAll(
        (id, document) -> document.containsKey("purged") ? tombstone(document) : document);
    for (var document : all.values()) {
      document.computeIfPresent("version", (name, version) -> (long) version - margin);
      document.remove("storedAt");
      document.remove("newest");
      document.computeIfPresent("appliedEvents", (name, events) -> new HashSet<>((List<?>) events));
    }
    return all;
  }

  /** What its purge removed, and when to look again, is told by no topic and needed by nobody. */
  private static Document tombstone(Document image) {
    var at = image.get("purged", Document.class).getDate("at");
    return new Document("_id", image.getString("_id")).append("purgedAt", at);
  }

  private Map<TopicPartition, Long> ends() throws Exception {
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      var partitions = new ArrayList<TopicPartition>();
      for (var topic :
          List.of(Topics.IMAGE_UPLOADED, Topics.IMAGE_PROCESSED, Topics.IMAGE_MODERATED)) {
        for (int partition = 0; partition < 3; partition++) {
          partitions.add(new TopicPartition(topic, partition));
        }
      }
      var wanted = new TreeMap<TopicPartition, OffsetSpec>(RebuildIT::byName);
      partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
      var ends = new TreeMap<TopicPartition, Long>(RebuildIT::byName);
      client.listOffsets(wanted).all().get().forEach((of, end) -> ends.put(of, end.offset()));
      return ends;
    }
  }

  private Map<TopicPartition, Long> committed() throws Exception {
    try (var client = Admin.create(admin.getConfigurationProperties())) {
      var offsets = new TreeMap<TopicPartition, Long>(RebuildIT::byName);
      Map<TopicPartition, OffsetAndMetadata> all =
          client.listConsumerGroupOffsets("metadata").partitionsToOffsetAndMetadata().get();
      all.forEach((of, offset) -> offsets.put(of, offset.offset()));
      return offsets;
    }
  }

  private static int byName(TopicPartition one, TopicPartition other) {
    return one.toString().compareTo(other.toString());
  }

  private static org.awaitility.core.ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Surroundings {

    @Bean
    EmbeddedMongo embeddedMongo() {
      return new EmbeddedMongo();
    }

    @Bean
    DynamicPropertyRegistrar addresses(EmbeddedMongo mongo) {
      return registry -> registry.add("spring.mongodb.uri", () -> mongo.uri("original"));
    }
  }
}
