package dev.safelight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.safelight.ingest.TestParts.StoppedClock;
import dev.safelight.ingest.upload.Sweep;
import dev.safelight.ingest.upload.resumable.IncomingObjects;
import dev.safelight.storage.ListedObject;
import dev.safelight.storage.ObjectStore;
import dev.safelight.testservers.Clients;
import dev.safelight.testservers.EmbeddedMongo;
import dev.safelight.testservers.S3Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Uploads of more than one request, with a real broker, S3 server and database. */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@AutoConfigureWebTestClient(timeout = "60s")
@Import(TestParts.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "safelight.oidc.issuer=http://issuer.test",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret",
      "safelight.eventing.partitions=2",
      "safelight.database.selection-timeout=2s",
    })
class ResumableIT {

  private static final byte[] PNG = Pictures.png();

  /** The sign-in of the other instance; no configuration, so that this one does not find it. */
  static class AnyToken {

    @Bean
    @Primary
    ReactiveJwtDecoder anyTokenElsewhere() {
      return new TestParts().anyToken();
    }
  }

  @Autowired WebTestClient http;
  @Autowired ObjectStore objects;
  @Autowired StoppedClock clock;
  @Autowired List<Sweep> sweeps;
  @Autowired EmbeddedMongo mongo;
  @Autowired EmbeddedKafkaBroker broker;

  @Test
  void aFileCanBePutStraightIntoTheStore() throws Exception {
    var opened = open();
    var id = (String) opened.get("uploadId");
    complete(id).expectStatus().isEqualTo(409);

    assertThat(put(opened)).isEqualTo(200);

    complete(id).expectStatus().isCreated().expectHeader().valueEquals("X-Image-ID", id);
    complete(id).expectStatus().isCreated().expectHeader().valueEquals("X-Image-ID", id);
    assertThat(objects.read("quarantine", "uploads/" + id)).isEqualTo(PNG);
    assertThat(incoming(id)).isEmpty();
  }

  @Test
  void ofTwoThatCompleteAtOnceNeitherMakesASecondImage() throws Exception {
    var opened = open();
    var id = (String) opened.get("uploadId");
    assertThat(put(opened)).isEqualTo(200);

    var statuses =
        Clients.atOnce(8, n -> complete(id).returnResult(String.class).getStatus().value());

    assertThat(statuses).contains(201).containsAnyOf(201, 409).doesNotContain(500, 503);
    complete(id).expectStatus().isCreated().expectHeader().valueEquals("X-Image-ID", id);
  }

  /** The other instance shares nothing with this one but the database and the store. */
  @Test
  void anotherInstanceGoesOnWhereOneStopped() {
    var upload = create();
    patch(http, upload, 0, part(0, 20)).expectStatus().isNoContent();

    try (var other = anotherInstance()) {
      var port = other.getEnvironment().getProperty("local.server.port");
      var there =
          WebTestClient.bindToServer()
              .baseUrl("http://127.0.0.1:" + port)
              .responseTimeout(Duration.ofSeconds(30))
              .build();
      tus(there, HttpMethod.HEAD, upload)
          .exchange()
          .expectHeader()
          .valueEquals("Upload-Offset", 20);
      patch(there, upload, 20, part(20, PNG.length))
          .expectStatus()
          .isNoContent()
          .expectHeader()
          .exists("X-Image-ID");
    }

    tus(http, HttpMethod.HEAD, upload).exchange().expectHeader().exists("X-Image-ID");
    assertThat(objects.read("quarantine", "uploads/" + idOf(upload))).isEqualTo(PNG);
    assertThat(incoming(idOf(upload))).isEmpty();
  }

  @Test
  void manyAtOnceOnOneUploadDoNotCorruptIt() {
    var upload = create();

    var statuses =
        Clients.atOnce(
            12,
            n ->
                patch(http, upload, 0, part(0, 30 + n))
                    .returnResult(Void.class)
                    .getStatus()
                    .value());

    assertThat(statuses).containsOnlyOnce(204);
    assertThat(statuses.stream().filter(status -> status != 204))
        .allMatch(status -> status == 423 || status == 409);
    var offset =
        Integer.parseInt(
            String.valueOf(
                tus(http, HttpMethod.HEAD, upload)
                    .exchange()
                    .returnResult(Void.class)
                    .getResponseHeaders()
                    .getFirst("Upload-Offset")));
    assertThat(offset).isBetween(30, 41);
    patch(http, upload, offset, part(offset, PNG.length)).expectHeader().exists("X-Image-ID");
    assertThat(objects.read("quarantine", "uploads/" + idOf(upload))).isEqualTo(PNG);
  }

  @Test
  void whatIsNeverCompletedIsSwept() throws Exception {
    var abandoned = create();
    patch(http, abandoned, 0, part(0, 20)).expectStatus().isNoContent();
    var opened = open();
    var put = (String) opened.get("uploadId");
    assertThat(put(opened)).isEqualTo(200);
    objects.put("quarantine", "incoming/stray/0-token", new byte[] {1}, "image/png");
    assertThat(sweep("expired-tus-uploads")).isZero();
    assertThat(sweep("expired-presigned-uploads")).isZero();
    assertThat(sweep("stray-upload-objects")).isZero();

    clock.move(Duration.ofHours(25));

    tus(http, HttpMethod.HEAD, abandoned).exchange().expectStatus().isNotFound();
    complete(put).expectStatus().isNotFound();
    assertThat(sweep("expired-tus-uploads")).isPositive();
    assertThat(sweep("expired-presigned-uploads")).isPositive();
    assertThat(incoming(idOf(abandoned))).isEmpty();
    assertThat(incoming(put)).isEmpty();
    clock.move(Duration.ofHours(25));
    assertThat(sweep("stray-upload-objects")).isEqualTo(1);
    clock.move(Duration.ofHours(-50));
  }

  @Test
  void whileTheDatabaseIsAwayNothingBegins() {
    mongo.stop();
    try {
      creating().expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
    } finally {
      mongo.startAgain();
    }
    await().untilAsserted(this::create);
  }

  private long sweep(String name) {
    return sweeps.stream()
        .filter(sweep -> sweep.name().equals(name))
        .findFirst()
        .orElseThrow()
        .sweep()
        .blockOptional()
        .orElseThrow();
  }

  private List<String> incoming(String id) {
    return objects
        .list("quarantine", IncomingObjects.PREFIX + id)
        .map(ListedObject::key)
        .collectList()
        .blockOptional()
        .orElseThrow();
  }

  private ConfigurableApplicationContext anotherInstance() {
    return new SpringApplicationBuilder(IngestApplication.class, AnyToken.class)
        .run(
            "--server.port=0",
            "--safelight.eventing.partitions=2",
            "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
            "--spring.mongodb.uri=" + mongo.uri("test"),
            "--safelight.oidc.issuer=http://issuer.test",
            "--safelight.s3.endpoint=" + S3Server.endpoint(),
            "--safelight.s3.access-key=key",
            "--safelight.s3.secret-key=secret");
  }

  private Map<?, ?> open() {
    return http.post()
        .uri("/api/uploads/presigned")
        .header("Authorization", "Bearer any")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("filename", "a.png", "contentType", "image/png", "size", PNG.length))
        .exchange()
        .expectStatus()
        .isCreated()
        .expectBody(Map.class)
        .returnResult()
        .getResponseBody();
  }

  private static int put(Map<?, ?> opened) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create((String) opened.get("url")))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(PNG));
    ((Map<?, ?>) opened.get("headers"))
        .forEach((name, value) -> request.header((String) name, (String) value));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private ResponseSpec complete(String id) {
    return http.post()
        .uri("/api/uploads/" + id + "/complete")
        .header("Authorization", "Bearer any")
        .exchange();
  }

  private String create() {
    return String.valueOf(
        creating()
            .expectStatus()
            .isCreated()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getLocation());
  }

  private ResponseSpec creating() {
    return tus(http, HttpMethod.POST, "/api/uploads/tus")
        .header("Upload-Length", String.valueOf(PNG.length))
        .exchange();
  }

  private static ResponseSpec patch(WebTestClient http, String upload, long offset, byte[] bytes) {
    return tus(http, HttpMethod.PATCH, upload)
        .header("Upload-Offset", String.valueOf(offset))
        .header("Content-Type", "application/offset+octet-stream")
        .bodyValue(bytes)
        .exchange();
  }

  private static WebTestClient.RequestBodySpec tus(
      WebTestClient http, HttpMethod method, String path) {
    return http.method(method)
        .uri(path)
        .header("Authorization", "Bearer any")
        .header("Tus-Resumable", "1.0.0");
  }

  private static byte[] part(int from, int to) {
    return Arrays.copyOfRange(PNG, from, to);
  }

  private static String idOf(String upload) {
    return upload.substring(upload.lastIndexOf('/') + 1);
  }
}
