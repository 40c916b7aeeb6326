package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What {@code Idempotency-Key} makes of a request that is sent again. */
@IngestWebTest
class IdempotencyTest {

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired FakeKeys keys;
  @LocalServerPort int port;

  @Test
  void theSameIsAnsweredAgain() {
    var first = created(Forms.withPicture().field("altText", "a").field("order", "1"));
    var second = created(Forms.withPicture().field("order", "1").field("altText", "a"));

    assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
    for (var header : new String[] {"Location", "X-Image-ID", "Content-Type"}) {
      assertThat(second.getResponseHeaders().get(header))
          .isEqualTo(first.getResponseHeaders().get(header))
          .isNotEmpty();
    }
    assertThat(first.getResponseHeaders().containsHeader("Idempotency-Replayed")).isFalse();
    assertThat(second.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void severalAreAnsweredAgainToo() {
    var first = created(Forms.withPicture().file("file", "b.txt", new byte[] {1}));
    var second = created(Forms.withPicture().file("file", "b.txt", new byte[] {1}));

    assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void anotherBodyIsRefused() {
    created(Forms.withPicture());

    refused(Forms.withPicture().field("altText", "a"));
    refused(new Forms().file("file", "other.png", Pictures.png()));
    refused(new Forms().file("file", "photo.png", Pictures.drawn("png", 20, 20)));
    refused(Forms.withPicture().file("file", "photo.png", Pictures.png()));
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void whatIsStillBeingDoneIsToBeAskedForLater() {
    var storing = Sinks.<Void>empty();
    pipeline.storing = storing.asMono();
    var first = CompletableFuture.supplyAsync(() -> created(Forms.withPicture()));
    Awaitility.await().until(() -> !keys.running.isEmpty());

    Problem.expected(
        Forms.withPicture()
            .post(http, "Idempotency-Key", "k")
            .expectHeader()
            .valueEquals("Retry-After", "1"),
        409,
        "idempotency-in-progress");

    storing.tryEmitEmpty();
    assertThat(first.join().getResponseHeaders().getFirst("X-Image-ID"))
        .isEqualTo(created(Forms.withPicture()).getResponseHeaders().getFirst("X-Image-ID"));
    assertThat(pipeline.announced).hasSize(1);
  }

  @Test
  void aFailureFreesTheKey() {
    pipeline.announcing = FakePipeline.away();
    Problem.expected(Forms.withPicture().post(http, "Idempotency-Key", "k"), 503, "unavailable");
    pipeline.announcing = Mono.empty();
    Problem.expected(
        Forms.withPicture().field("order", "-1").post(http, "Idempotency-Key", "k"),
        422,
        "invalid-fields");

    created(Forms.withPicture());
    assertThat(keys.released).hasSize(2);
  }

  @Test
  void aSenderThatGoesAwayFreesTheKey() {
    pipeline.storing = Mono.never();
    var sending =
        WebClient.create("http://localhost:" + port)
            .post()
            .uri("/api/images")
            .header("Authorization", Forms.TOKEN)
            .header("Content-Type", "image/png")
            .header("Idempotency-Key", "k")
            .bodyValue(Pictures.png())
            .retrieve()
            .toBodilessEntity()
            .subscribe();
    Awaitility.await().until(() -> !keys.running.isEmpty());

    sending.dispose();

    Awaitility.await().until(() -> keys.released.size() == 1);
  }

  @Test
  void whatCannotBeRememberedIsDoneAllTheSame() {
    keys.answering = FakePipeline.away();

    created(Forms.withPicture());

    assertThat(pipeline.announced).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "Möwe", "a\tb"})
  void whatIsNoKey(String key) {
    Problem.expected(Forms.withPicture().post(http, "Idempotency-Key", key), 400, "invalid-fields")
        .jsonPath("$.errors[0].field")
        .isEqualTo("Idempotency-Key");
  }

  @Test
  void aKeyHasAnEnd() {
    created(Forms.withPicture(), "k".repeat(255));
    Problem.expected(
        Forms.withPicture().post(http, "Idempotency-Key", "k".repeat(256)), 400, "invalid-fields");
  }

  private EntityExchangeResult<byte[]> created(Forms form) {
    return created(form, "k");
  }

  private EntityExchangeResult<byte[]> created(Forms form, String key) {
    return form.post(http, "Idempotency-Key", key)
        .expectStatus()
        .isCreated()
        .expectBody()
        .returnResult();
  }

  private void refused(Forms form) {
    Problem.expected(form.post(http, "Idempotency-Key", "k"), 409, "idempotency-key-reused");
  }
}
