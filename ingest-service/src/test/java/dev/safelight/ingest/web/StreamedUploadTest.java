package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.SpoolFolder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Bodies that are large, slow, lying or broken off, byte by byte over a real connection. */
@IngestWebTest
class StreamedUploadTest {

  private static final String HEAD =
      """
      --x\r
      Content-Disposition: form-data; name="file"; filename="big.jpg"\r
      \r
      """;
  private static final String TAIL = "\r\n--x--\r\n";
  private static final int CHUNK = 64 * 1024;
  private static final int CHUNKS = 1024;
  private static final int CONNECTION_CLOSED = -1;

  /** What an answer was. */
  private record Answer(int status, String body) {}

  @LocalServerPort int port;
  @Autowired FakePipeline pipeline;
  @Autowired SpoolFolder spool;

  @AfterEach
  void nothingIsLeftAnywhere() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
    assertThat(pipeline.announced).isEmpty();
  }

  @Test
  void sixtyFourMegabytesAreCountedAndNotKept() {
    var mostOnDisk = new AtomicLong();
    var chunks =
        Flux.range(0, CHUNKS)
            .map(i -> new byte[CHUNK])
            .doOnNext(chunk -> mostOnDisk.accumulateAndGet(bytesOnDisk(), Math::max));

    var answer = post(Flux.concat(text(HEAD), chunks.map(Unpooled::wrappedBuffer), text(TAIL)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body())
        .contains("\"maxSize\":" + WebSide.MAX_FILE_SIZE)
        .contains("\"actualSize\":" + (long) CHUNK * CHUNKS);
    assertThat(mostOnDisk).hasValueBetween(1, WebSide.MAX_FILE_SIZE);
  }

  /** Read on for a while, so that the answer is heard, and then cut off. */
  @Test
  void aBodyWithoutEndIsStoppedAtTheLimitOfTheRequest() {
    var sent = new AtomicLong();
    var endless =
        Flux.<ByteBuf>generate(
            sink -> {
              sent.addAndGet(CHUNK);
              sink.next(Unpooled.wrappedBuffer(new byte[CHUNK]));
            });

    var answer = tryPost(Flux.concat(text(HEAD), endless));

    assertThat(answer.status()).isIn(413, CONNECTION_CLOSED);
    // What is on its way when the answer is, is thrown away.
    assertThat(sent.get() / 1024 / 1024).isBetween(70L, 256L);
  }

  @Test
  void whatDeclaresTooMuchIsRefusedBeforeItIsRead() {
    var answer =
        client()
            .headers(headers -> headers.set(HttpHeaderNames.CONTENT_LENGTH, 100_000_000_000L))
            .post()
            .uri("/api/images")
            .send(Flux.concat(text(HEAD), Mono.never()))
            .responseSingle(StreamedUploadTest::answer)
            .block(Duration.ofSeconds(20));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("\"actualSize\":100000000000");
  }

  @Test
  void aSenderThatFallsSilentIsAnswered() {
    var answer = post(Flux.concat(text(HEAD + "half a fi"), Mono.never()));

    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.body()).contains("urn:safelight:problem:request-timeout");
  }

  @Test
  void aSenderThatGoesAwayLeavesNothing() {
    var sending =
        client()
            .post()
            .uri("/api/images")
            .send(Flux.concat(text(HEAD), text("x".repeat(CHUNK)), Mono.never()))
            .response()
            .subscribe();
    Awaitility.await().until(() -> bytesOnDisk() > 0);

    sending.dispose();
  }

  private Answer post(Publisher<ByteBuf> body) {
    return client()
        .post()
        .uri("/api/images")
        .send(body)
        .responseSingle(StreamedUploadTest::answer)
        .block(Duration.ofSeconds(60));
  }

  private Answer tryPost(Publisher<ByteBuf> body) {
    try {
      return post(body);
    } catch (RuntimeException e) {
      assertThat(e).hasCauseInstanceOf(IOException.class);
      return new Answer(CONNECTION_CLOSED, "");
    }
  }

  private HttpClient client() {
    return HttpClient.newConnection()
        .baseUrl("http://127.0.0.1:" + port)
        .headers(
            headers ->
                headers
                    .set("Authorization", Forms.TOKEN)
                    .set("Content-Type", "multipart/form-data; boundary=x"));
  }

  private static Mono<Answer> answer(
      reactor.netty.http.client.HttpClientResponse response, reactor.netty.ByteBufMono body) {
    return body.asString().map(text -> new Answer(response.status().code(), text));
  }

  private static Mono<ByteBuf> text(String text) {
    return Mono.fromSupplier(() -> Unpooled.copiedBuffer(text, UTF_8));
  }

  private long bytesOnDisk() {
    try (var files = Files.newDirectoryStream(spool.own())) {
      long bytes = 0;
      for (var file : files) {
        bytes += file.toFile().length();
      }
      return bytes;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
