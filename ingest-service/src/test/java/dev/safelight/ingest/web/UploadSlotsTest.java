package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.testservers.Clients;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** More uploads at once than there is room for are asked to come back. */
@IngestWebTest
class UploadSlotsTest {

  private static final int SLOTS = 8;

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired FakeRates rates;
  @Autowired SpoolFolder spool;

  private final Sinks.Empty<Void> storeAnswers = Sinks.empty();

  @AfterEach
  void nothingIsLeft() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void whatHasNoSlotComesBackLaterAndIsNotCounted() {
    var storing = new AtomicInteger();
    pipeline.storing = Mono.fromRunnable(storing::incrementAndGet).then(storeAnswers.asMono());
    var uploads =
        Clients.start(SLOTS, n -> Forms.withPicture().post(http).expectStatus().isCreated());
    Awaitility.await().untilAtomic(storing, org.hamcrest.Matchers.is(SLOTS));

    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectHeader()
        .doesNotExist("RateLimit")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:unavailable");
    assertThat(rates.taken).isEqualTo(Map.of("USER user-1", 8L, "ADDRESS 127.0.0.1", 8L));

    storeAnswers.tryEmitEmpty();
    uploads.forEach(CompletableFuture::join);
    assertThat(pipeline.stored).hasSize(SLOTS);
    Forms.withPicture().post(http).expectStatus().isCreated();
  }
}
