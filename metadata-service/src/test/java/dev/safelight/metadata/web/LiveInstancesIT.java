package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Visibility;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.MetadataApplication;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.s3.FakeS3;
import dev.safelight.testservers.EmbeddedMongo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** Two instances by one broker: one of them handles everything, the other one is listened to. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
class LiveInstancesIT {

  private static final String OWNER = "live-two";
  private static final String TOKEN = RunningService.token(OWNER, "rw");

  private static EmbeddedMongo mongo;
  private static FakeS3 s3;
  private static ConfigurableApplicationContext handling;
  private static ConfigurableApplicationContext telling;

  @BeforeAll
  static void start(EmbeddedKafkaBroker broker) {
    mongo = new EmbeddedMongo();
    s3 = new FakeS3();
    handling = instance(broker);
    telling = instance(broker);
    telling.getBean(KafkaListenerEndpointRegistry.class).stop();
  }

  @AfterAll
  static void stop() {
    telling.close();
    handling.close();
    s3.close();
    mongo.close();
  }

  @Test
  void whatOneDoesTheOtherTells() throws Exception {
    var id = Samples.id();
    String received;
    try (var stream = EventStream.open(port(telling), "/api/events", TOKEN, "")) {
      stream.first();
      handling.getBean(EventPublisher.class).publish(uploaded(id));
      var event = stream.next();
      assertThat(event.name()).isEqualTo("received");
      assertThat(event.image()).isEqualTo(id.toString());
      received = event.id();

      delete("/api/images/" + id);
      assertThat(stream.next().name()).isEqualTo("deleted");
    }
    try (var stream = EventStream.open(port(handling), "/api/events", TOKEN, received)) {
      assertThat(stream.next().name()).as("to whom comes back elsewhere").isEqualTo("deleted");
    }
    try (var stream = EventStream.open(port(telling), "/api/events", TOKEN, "")) {
      stream.first();
      delete("/api/images/" + id + "?permanent=true");
      EventStream.Event event;
      do {
        event = stream.next();
      } while (event.name().equals("updated"));
      assertThat(event.name()).isEqualTo("purged");
    }
  }

  /** Or whoever is thrown out and comes back would hear all that was said since they started. */
  @Test
  void eachListensToTheTopicsForItselfAndCommitsNothing(EmbeddedKafkaBroker broker)
      throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
      var groups = Awaitility.await().until(() -> stable(admin), found -> found.size() == 2);
      for (var group : groups) {
        var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        assertThat(offsets).isEmpty();
      }
    }
  }

  private static List<String> stable(Admin admin) throws Exception {
    return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
        .filter(group -> group.groupState().filter(GroupState.STABLE::equals).isPresent())
        .map(GroupListing::groupId)
        .filter(group -> group.startsWith("metadata-live-"))
        .toList();
  }

  private static void delete(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(handling) + path))
            .header("Authorization", "Bearer " + TOKEN)
            .DELETE()
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    }
  }

  private static ConfigurableApplicationContext instance(EmbeddedKafkaBroker broker) {
    return new SpringApplicationBuilder(MetadataApplication.class, TrustingTokens.class)
        .run(
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
            "--spring.mongodb.uri=" + mongo.uri("two"),
            "--safelight.oidc.issuer=http://127.0.0.1:1",
            "--safelight.metadata.live.heartbeat=1s",
            "--safelight.eventing.partitions=2",
            "--safelight.s3.endpoint=" + s3.endpoint(),
            "--safelight.s3.access-key=key",
            "--safelight.s3.secret-key=secret");
  }

  private static int port(ConfigurableApplicationContext instance) {
    return ((WebServerApplicationContext) instance).getWebServer().getPort();
  }

  private static ImageUploaded uploaded(UUID id) {
    return ImageUploaded.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(id)
        .setOccurredAt(Samples.START)
        .setOwner(OWNER)
        .setObjectKey("uploads/" + id)
        .setSizeBytes(4711)
        .setSha256("b".repeat(64))
        .setMd5("a".repeat(32))
        .setMimeType("image/jpeg")
        .setWidth(3000)
        .setHeight(2000)
        .setVisibility(Visibility.PRIVATE)
        .build();
  }
}
