package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Variant;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.person.Erasure;
import dev.safelight.metadata.replay.Pipeline;
import dev.safelight.metadata.replay.Replay;
import dev.safelight.metadata.s3.FakeS3;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;

/** The service as it runs, over HTTP, without a broker; tokens are believed as they are. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "spring.kafka.listener.auto-startup=false",
      "safelight.oidc.issuer=http://127.0.0.1:1",
      "safelight.metadata.catalog.settle=10s",
      "safelight.metadata.live.heartbeat=200ms",
      "safelight.metadata.live.grace=200ms",
      "safelight.database.selection-timeout=2s",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret",
      "server.address=127.0.0.1"
    })
@Import({RunningService.Surroundings.class, TrustingTokens.class})
abstract class RunningService {

  static final String OWNER = token(Samples.OWNER, "rw");
  static final String FRIEND = token(Samples.FRIEND, "rw");
  static final String STRANGER = token(Samples.STRANGER, "rw");
  static final String ADMIN = token(Samples.ADMIN, "rwa");
  static final String MODERATOR = token("user-moderator", "rwm");

  @Autowired EmbeddedMongo mongo;
  @Autowired FakeS3 s3;
  @Autowired Projection projection;
  @Autowired List<ImageChange> announced;
  @Autowired List<Item> told;
  @LocalServerPort int port;
  WebTestClient http;

  @BeforeEach
  void connect() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(30))
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
            .build();
  }

  /**
   * A token with the scopes r for reading and w for writing, and the roles a for admin and m for
   * moderator; e ends soon.
   */
  static String token(String subject, String rights) {
    return subject + '.' + rights;
  }

  RequestHeadersSpec<?> get(String token, String uri, Object... variables) {
    return request(HttpMethod.GET, token, uri, variables);
  }

  RequestHeadersSpec<?> request(HttpMethod method, String token, String uri, Object... variables) {
    var request = http.method(method).uri(uri, variables);
    return token.isEmpty() ? request : request.headers(headers -> headers.setBearerAuth(token));
  }

  /** The id of an image whose events have been handled. */
  UUID image(ImageEvent... events) {
    for (var event : events) {
      projection.apply(event).block();
    }
    return events[0].imageId();
  }

  /** An image that is ready, and in the store; old enough not to be waited for. */
  UUID ready(boolean everyone) {
    var id = Samples.id();
    for (var variant : Samples.development(id).variants()) {
      s3.put("images", variant.objectKey(), bytes(variant));
    }
    return image(Samples.uploaded(id, everyone), Samples.cleared(id), Samples.processed(id));
  }

  /** The bytes of a sample: as many as its record says, and those of no other. */
  static byte[] bytes(Variant variant) {
    var text = (variant.name() + '|').repeat(100);
    return text.substring(0, Math.toIntExact(variant.size())).getBytes(UTF_8);
  }

  static byte[] bytes(String variant) {
    return bytes(Samples.development(Samples.id()).variant(variant).orElseThrow());
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Surroundings {

    @Bean
    EmbeddedMongo embeddedMongo() {
      return new EmbeddedMongo();
    }

    @Bean
    FakeS3 fakeS3() {
      return new FakeS3();
    }

    @Bean
    DynamicPropertyRegistrar addresses(EmbeddedMongo mongo, FakeS3 s3) {
      return registry -> {
        registry.add("spring.mongodb.uri", () -> mongo.uri("web"));
        registry.add("safelight.s3.endpoint", s3::endpoint);
      };
    }

    @Bean
    List<ImageChange> announced() {
      return new CopyOnWriteArrayList<>();
    }

    @Bean
    @Primary
    Announcer<ImageChange> recordingAnnouncer(List<ImageChange> announced) {
      return announcement -> Mono.fromRunnable(() -> announced.add(announcement));
    }

    @Bean
    List<Erasure> erased() {
      return new CopyOnWriteArrayList<>();
    }

    @Bean
    @Primary
    Announcer<Erasure> recordingErasureAnnouncer(List<Erasure> erased) {
      return erasure -> Mono.fromRunnable(() -> erased.add(erasure));
    }

    @Bean
    List<Replay> replayed() {
      return new CopyOnWriteArrayList<>();
    }

    @Bean
    @Primary
    Pipeline recordingPipeline(List<Replay> replayed) {
      return replay -> Mono.fromRunnable(() -> replayed.add(replay));
    }

    @Bean
    List<Item> told() {
      return new CopyOnWriteArrayList<>();
    }

    @Bean
    @Primary
    Announcer<Item> recordingItemAnnouncer(List<Item> told) {
      return item -> Mono.fromRunnable(() -> told.add(item));
    }
  }
}
