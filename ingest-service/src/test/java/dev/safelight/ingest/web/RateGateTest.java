package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.RateLimit;
import dev.safelight.ingest.upload.RateScope;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.UploadUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Senders of too much are told when to come back. */
@IngestWebTest
class RateGateTest {

  private static final String POLICY = "\"user\";q=1000000;w=3600, \"address\";q=1000000;w=3600";

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired FakeRates rates;
  @Autowired SpoolFolder spool;

  @AfterEach
  void nothingIsLeft() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void everyAnswerTellsWhatIsLeft() {
    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("RateLimit-Policy", POLICY)
        .expectHeader()
        .valueEquals("RateLimit", "\"user\";r=999999;t=1, \"address\";r=999999;t=1");
  }

  @Test
  void whatIsRefusedCountsToo() {
    new Forms()
        .file("file", "a.svg", "<svg/>".getBytes(UTF_8))
        .post(http)
        .expectStatus()
        .isEqualTo(415)
        .expectHeader()
        .valueEquals("RateLimit", "\"user\";r=999999;t=1, \"address\";r=999999;t=1");
  }

  /** A body that never comes is not waited for. */
  @Test
  void tooManyAreRefusedBeforeTheBodyIsRead() {
    limit(RateScope.USER, 0);
    http.post()
        .uri("/api/images")
        .header("Authorization", Forms.TOKEN)
        .contentType(MediaType.parseMediaType("multipart/form-data; boundary=x"))
        .body(Flux.just("--x").concatWith(Mono.never()), String.class)
        .exchange()
        .expectStatus()
        .isEqualTo(429)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .valueEquals("Retry-After", "72")
        .expectHeader()
        .valueEquals("RateLimit-Policy", "\"user\";q=0;w=60, \"address\";q=1000000;w=3600")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:rate-limited")
        .jsonPath("$.scope")
        .isEqualTo("user")
        .jsonPath("$.limit")
        .isEqualTo(0)
        .jsonPath("$.retryAfter")
        .isEqualTo(72)
        .jsonPath("$.traceId")
        .isNotEmpty();
    assertThat(rates.taken).containsEntry("ADDRESS 127.0.0.1", 0L);
  }

  @Test
  void manyAccountsAtOneAddressAreLimitedTogether() {
    limit(RateScope.ADDRESS, 0);
    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isEqualTo(429)
        .expectBody()
        .jsonPath("$.scope")
        .isEqualTo("address");
  }

  @Test
  void furtherFilesCountEach() {
    limit(RateScope.USER, 2);
    new Forms()
        .file("files", "1.png", Pictures.png())
        .file("files", "2.png", Pictures.png())
        .file("files", "3.png", Pictures.png())
        .post(http)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueMatches("RateLimit", "\"user\";r=0;.*")
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(2)
        .jsonPath("$.errors.length()")
        .isEqualTo(1)
        .jsonPath("$.errors[0].type")
        .isEqualTo("urn:safelight:problem:rate-limited")
        .jsonPath("$.errors[0].retryAfter")
        .isEqualTo(72);
    assertThat(pipeline.stored).hasSize(2);
  }

  /** Loopback is a trusted proxy here, as the gateway is. */
  @Test
  void addressIsWhatTheGatewaySays() {
    Forms.withPicture().post(http, "X-Forwarded-For", "198.51.100.7").expectStatus().isCreated();

    assertThat(rates.taken).containsEntry("ADDRESS 198.51.100.7", 1L);
  }

  @Test
  void whatCannotBeCountedIsNotLetIn() {
    rates.before =
        Mono.error(() -> new UploadUnavailableException("away", new IOException("refused")));
    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:unavailable");
    assertThat(pipeline.stored).isEmpty();
  }

  @Test
  void otherRequestsAreNotCounted() {
    http.get().uri("/actuator/health").exchange().expectHeader().doesNotExist("RateLimit");
    http.post().uri("/api/images").exchange().expectStatus().isUnauthorized();

    assertThat(rates.taken).isEqualTo(Map.of());
  }

  private void limit(RateScope scope, long limit) {
    rates.limits.put(scope, new RateLimit(limit, Duration.ofMinutes(1)));
  }
}
