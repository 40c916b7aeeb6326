package dev.safelight.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The gateway between a client and two services, all by real sockets. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.address=127.0.0.1",
      "safelight.gateway.allowed-origins=https://shop.example",
      "safelight.gateway.max-request-size=1MB",
      "safelight.gateway.response-timeout=3s"
    })
class GatewayIT {

  private static final DisposableServer INGEST = service("ingest");
  private static final DisposableServer METADATA = service("metadata");
  private static final AtomicReference<Long> RECEIVED = new AtomicReference<>();

  @LocalServerPort int port;
  private WebTestClient http;

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    registry.add("safelight.gateway.ingest-url", () -> "http://127.0.0.1:" + INGEST.port());
    registry.add("safelight.gateway.metadata-url", () -> "http://127.0.0.1:" + METADATA.port());
  }

  @BeforeEach
  void client() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  @AfterAll
  static void stop() {
    INGEST.disposeNow();
    METADATA.disposeNow();
  }

  @Test
  void uploadsGoToIngestAndTheRestToMetadata() {
    http.post()
        .uri("/api/images")
        .exchange()
        .expectBody(String.class)
        .isEqualTo("ingest /api/images");
    http.get()
        .uri("/api/images")
        .exchange()
        .expectBody(String.class)
        .isEqualTo("metadata /api/images");
    http.delete()
        .uri("/api/images/1")
        .exchange()
        .expectBody(String.class)
        .isEqualTo("metadata /api/images/1");
    http.get()
        .uri("/api/images/1/content/large")
        .exchange()
        .expectBody(String.class)
        .isEqualTo("metadata /api/images/1/content/large");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/me/usage, ingest",
    "GET, /api/admin/users, ingest",
    "PUT, /api/admin/users/1/quota, ingest",
    "DELETE, /api/me, metadata",
    "GET, /api/me/export, metadata",
    "GET, /api/receipts/1, metadata",
    "GET, /api/events, metadata",
    "GET, /api/images/1/status, metadata",
    "POST, /api/images/1/restore, metadata",
    "GET, /api/items/1, metadata",
    "GET, /api/admin/audit, metadata",
    "GET, /api/admin/moderation, metadata",
    "POST, /api/admin/moderation/1/approve, metadata",
  })
  void eachPathHasItsService(String method, String path, String service) {
    http.method(HttpMethod.valueOf(method))
        .uri(path)
        .exchange()
        .expectBody(String.class)
        .isEqualTo(service + " " + path);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/upload/image, ingest /api/images",
    "POST, /api/images/upload, ingest /api/images",
    "POST, /images/upload, ingest /api/images",
    "POST, /images, ingest /api/images",
    "POST, /upload?tags[]=a&isPrimary=true, ingest /api/images?tags[]=a&isPrimary=true",
    "POST, /upload/shoe, ingest /api/images?itemId=shoe",
    "POST, /upload/a%26order=1+%23%3Fü?caption=x, ingest /api/images?caption=x&itemId=a%26order%3D1%2B%23%3F%C3%BC",
    "POST, /files, ingest /api/images",
    "POST, /api/files, ingest /api/images",
    "POST, /api/images/presigned-url, ingest /api/uploads/presigned",
    "GET, /files?limit=2, metadata /api/images?limit=2",
    "GET, /api/files, metadata /api/images",
    "GET, /api/images/user, metadata /api/images",
    "GET, /files/1, metadata /api/images/1",
    "DELETE, /api/files/1, metadata /api/images/1",
    "PATCH, /files/1/primary, metadata /api/images/1/primary",
    "PATCH, /api/files/1/primary, metadata /api/images/1/primary",
    "GET, /images, metadata /api/images",
    "GET, /images/1/content/large?v=2, metadata /api/images/1/content/large?v=2",
    "PATCH, /images/1, metadata /api/images/1",
    "POST, /items, metadata /api/items",
    "PUT, /items/a%20b%2Fc, metadata /api/items/a%20b%2Fc",
    "GET, /items/shoe/images/latest, metadata /api/items/shoe/images/latest",
    "GET, /api/url/shoe, metadata /api/items/shoe/images/latest",
    "GET, /api/url/a%2Fb?v=1, metadata /api/items/a%2Fb/images/latest?v=1",
  })
  void pathsOfOtherSystemsMeanOurs(String method, String path, String received) throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + port
                        + path.replace("[]", "%5B%5D").replace("ü", "%C3%BC")))
            .method(method, BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .isEqualTo(received.replace("[]", "%5B%5D"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /upload",
    "GET, /upload/shoe",
    "POST, /upload/a/b",
    "GET, /files/1/2",
    "GET, /imagesque",
    "GET, /api/imagesque",
    "GET, /api/me/other",
    "GET, /api/url/a/b",
    "DELETE, /api/url/a"
  })
  void pathsNobodyKnowsMeanNothing(String method, String path) {
    http.method(HttpMethod.valueOf(method)).uri(path).exchange().expectStatus().isNotFound();
  }

  @Test
  void healthMayBeAskedForInShort() {
    http.get()
        .uri("/health")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("UP")
        .jsonPath("$.components")
        .doesNotExist();
  }

  @Test
  void elsewhereIsNothing() {
    http.get()
        .uri("/other")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:not-found")
        .jsonPath("$.instance")
        .isEqualTo("/other");
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful() {
    http.get()
        .uri("/api/images")
        .exchange()
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("X-Frame-Options", "DENY")
        .expectHeader()
        .valueEquals("Referrer-Policy", "no-referrer")
        .expectHeader()
        .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .expectHeader()
        .doesNotExist("Server")
        .expectHeader()
        .doesNotExist("Strict-Transport-Security");
  }

  @Test
  void whatAServiceSaidOfItsContentStands() {
    http.get()
        .uri("/api/images/1/policy")
        .exchange()
        .expectHeader()
        .valueEquals("Content-Security-Policy", "sandbox");
  }

  @Test
  void aNamedOriginMayCallAndReadWhatMatters() {
    http.options()
        .uri("/api/images")
        .header("Origin", "https://shop.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", "https://shop.example")
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Credentials");
    http.get()
        .uri("/api/images")
        .header("Origin", "https://shop.example")
        .exchange()
        .expectHeader()
        .value(
            "Access-Control-Expose-Headers",
            exposed ->
                assertThat(exposed)
                    .contains("Location")
                    .contains("X-Image-ID")
                    .contains("Upload-Offset")
                    .contains("Tus-Resumable"));
  }

  @Test
  void anotherOriginMayNot() {
    http.get()
        .uri("/api/images")
        .header("Origin", "https://evil.example")
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Origin");
  }

  @Test
  void aBodyThatClaimsTooMuchIsRefusedUnread() throws Exception {
    var answer = post(BodyPublishers.ofByteArray(new byte[2_000_000]));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body())
        .contains("urn:safelight:problem:too-large")
        .contains("\"maxSize\":1048576");
  }

  /** A chunked body claims nothing and is cut off where the limit is. */
  @Test
  void aBodyThatGrowsTooLargeIsRefused() throws Exception {
    var answer = post(BodyPublishers.ofInputStream(() -> new Endless(64_000_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void bodiesStreamBothWays() throws Exception {
    RECEIVED.set(-1L);
    var answer = post(BodyPublishers.ofInputStream(() -> new Endless(900_000)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(RECEIVED).hasValue(900_000L);
    http.get()
        .uri("/api/images/1/stream")
        .exchange()
        .expectBody()
        .consumeWith(body -> assertThat(body.getResponseBody()).hasSize(5 * 1024 * 1024));
  }

  /** Slow lines are not slow services: the time-out begins when the service has the request. */
  @Test
  void anUploadMayTakeLongerThanAServiceMay() {
    http.post()
        .uri("/api/images")
        .body(Flux.interval(Duration.ofMillis(700)).take(6).map(i -> "x"), String.class)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("ingest /api/images");
  }

  @Test
  void aSlowServiceIsATimeout() {
    problem("/api/images/1/never", 504, "timeout").valueEquals("Retry-After", "5");
  }

  @Test
  void aServiceThatDropsTheConnectionIsUnavailable() {
    problem("/api/images/1/drop", 502, "unavailable").valueEquals("Retry-After", "5");
  }

  @Test
  void clientsSpeakForNobodyAndGetATrace() {
    http.get()
        .uri("/api/images/1/headers")
        .header("X-Forwarded-For", "1.2.3.4")
        .header("Forwarded", "for=1.2.3.4")
        .exchange()
        .expectBody(String.class)
        .consumeWith(
            seen ->
                assertThat(seen.getResponseBody())
                    .doesNotContain("1.2.3.4")
                    .containsOnlyOnce("X-Forwarded-For=127.0.0.1")
                    .containsPattern("traceparent=00-[0-9a-f]{32}-"));
  }

  @Test
  void publicHealthTellsNoMoreThanUpOrDown() {
    http.get()
        .uri("/actuator/health")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.components")
        .doesNotExist();
    http.get().uri("/actuator/prometheus").exchange().expectStatus().isNotFound();
  }

  @Test
  void hugeHeadersAreRefused() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/images"))
            .header("X-Huge", "x".repeat(40_000))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isIn(400, 413, 431);
    }
  }

  private org.springframework.test.web.reactive.server.HeaderAssertions problem(
      String path, int status, String slug) {
    var answer = http.get().uri(path).exchange();
    answer.expectStatus().isEqualTo(status);
    answer.expectBody().jsonPath("$.type").isEqualTo("urn:safelight:problem:" + slug);
    return answer.expectHeader().contentType(APPLICATION_PROBLEM_JSON).expectHeader();
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/images"))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(20))
            .POST(body)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static DisposableServer service(String name) {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(0)
        .handle((request, response) -> answer(name, request, response))
        .bindNow();
  }

  private static Mono<Void> answer(
      String name, HttpServerRequest request, HttpServerResponse response) {
    var path = request.uri();
    if (path.endsWith("/never")) {
      return Mono.never();
    }
    if (path.endsWith("/drop")) {
      request.withConnection(reactor.netty.DisposableChannel::dispose);
      return Mono.never();
    }
    if (path.endsWith("/policy")) {
      return response.header("Content-Security-Policy", "sandbox").send().then();
    }
    if (path.endsWith("/headers")) {
      return response.sendString(Mono.just(request.requestHeaders().entries().toString())).then();
    }
    if (path.endsWith("/stream")) {
      return response.sendByteArray(Flux.range(0, 5 * 1024).map(i -> new byte[1024])).then();
    }
    return request
        .receive()
        .asByteArray()
        .map(chunk -> (long) chunk.length)
        .reduce(0L, Long::sum)
        .doOnNext(RECEIVED::set)
        .flatMap(
            received ->
                response
                    .header("Server", "secret/1.0")
                    .sendString(Mono.just(name + " " + path))
                    .then());
  }

  /** As many bytes as told, without holding them. */
  private static final class Endless extends InputStream {

    private long left;

    Endless(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      var read = (int) Math.min(left, length);
      left -= read;
      return read == 0 ? -1 : read;
    }
  }
}
