package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.SpoolFolder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@IngestWebTest
class EarlyAnswersTest {

  @Autowired WebTestClient http;
  @Autowired SpoolFolder spool;

  /** Refused before a byte is read, with more bytes on their way than a socket holds. */
  @RepeatedTest(10)
  void whoStillSendsHearsWhy() {
    http.post()
        .uri("/api/images")
        .header("Authorization", Forms.TOKEN)
        .header("Content-Encoding", "gzip")
        .contentType(MediaType.IMAGE_PNG)
        .bodyValue(new byte[8 << 20])
        .exchange()
        .expectStatus()
        .isEqualTo(415);

    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  /** Refused in the middle, by a field that is too long. */
  @RepeatedTest(10)
  void whoIsStoppedInTheMiddleHearsWhy() {
    Forms.withPicture()
        .field("altText", "a".repeat(8 << 20))
        .post(http)
        .expectStatus()
        .isEqualTo(413);
  }

  /** Neither a buffer nor the connection of whoever comes next. */
  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void whoIsStoppedInTheMiddleTakesNothingFromOthers(CapturedOutput log) {
    for (int i = 0; i < 50; i++) {
      var form = new Forms();
      for (int file = 0; file < 4; file++) {
        form.file("files", file + ".png", Pictures.png());
      }
      form.post(http).expectStatus().isEqualTo(422);
    }

    assertThat(log).doesNotContain("IllegalReferenceCount");
  }

  /** Or they would send their next request on a connection that is about to be closed. */
  @Test
  void whoIsAnsweredInTheMiddleIsToldThatTheConnectionCloses() {
    var endless = Flux.just(buffer(), buffer()).concatWith(Flux.never());
    var exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.post("/api/images").contentLength(100).body(endless));

    new EarlyAnswers().filter(exchange, EarlyAnswersTest::refusedAfterItsBeginning).block();

    assertThat(exchange.getResponse().getHeaders().getFirst("Connection")).isEqualTo("close");
  }

  private static DataBuffer buffer() {
    return DefaultDataBufferFactory.sharedInstance.wrap(new byte[10]);
  }

  private static Mono<Void> refusedAfterItsBeginning(ServerWebExchange exchange) {
    exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
    return exchange.getRequest().getBody().next().then(exchange.getResponse().setComplete());
  }

  @Test
  void whoIsThroughMayGoOn() {
    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .doesNotExist("Connection");
  }
}
