package dev.safelight.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.SpoolFolder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.internal.PlatformDependent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.test.context.EmbeddedKafka;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * More uploads at once than there is room for in memory, 1.2 GB in all: each is taken or asked to
 * come back. The heap of the tests, 1 GB, and the direct memory that is measured hold the broker,
 * the stores and the clients as well.
 */
@EmbeddedKafka(brokerProperties = "auto.create.topics.enable=false")
@Import(TestParts.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "safelight.oidc.issuer=http://issuer.test",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret",
      "safelight.ingest.rates.user.limit=0",
      "safelight.ingest.rates.address.limit=0",
      "safelight.ingest.quota.default=10GB",
      "safelight.ingest.request.max-concurrent=100",
    })
class ManyAtOnceIT {

  private static final int UPLOADS = 120;
  private static final int PIECE = 64 * 1024;
  private static final int PIECES = 150;

  /** Half of what is sent. */
  private static final long MOST_DIRECT_BYTES = 600L << 20;

  private static final ByteBuf HEAD =
      text("--x\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\n");

  @LocalServerPort int port;
  @Autowired SpoolFolder spool;

  private final AtomicLong mostDirect = new AtomicLong();

  @Test
  void eachIsTakenOrAskedToComeBackAndNothingIsLeft() {
    var answers =
        Flux.range(0, UPLOADS)
            .flatMap(this::upload, UPLOADS)
            .collectList()
            .block(Duration.ofMinutes(4));

    assertThat(answers).hasSize(UPLOADS).allMatch(status -> status == 201 || status == 503);
    assertThat(answers).contains(201);
    assertThat(mostDirect).hasValueLessThan(MOST_DIRECT_BYTES);
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  private Mono<Integer> upload(int number) {
    var content =
        Flux.range(0, PIECES)
            .map(i -> Unpooled.wrappedBuffer(new byte[PIECE]))
            .doOnNext(
                piece ->
                    mostDirect.accumulateAndGet(PlatformDependent.usedDirectMemory(), Math::max));
    var start = Unpooled.wrappedBuffer(HEAD.retainedDuplicate(), picture(number));
    return client()
        .post()
        .uri("/api/images")
        .send(Flux.concat(Mono.just(start), content, Mono.just(text("\r\n--x--\r\n"))))
        .response()
        .doOnNext(ManyAtOnceIT::assertSaysWhenToComeBack)
        .map(answer -> answer.status().code());
  }

  private static void assertSaysWhenToComeBack(HttpClientResponse answer) {
    if (answer.status().code() == 503) {
      assertThat(answer.responseHeaders().get("Retry-After")).isNotBlank();
    }
  }

  /** One connection each, as from as many clients. */
  private HttpClient client() {
    return HttpClient.create(ConnectionProvider.newConnection())
        .baseUrl("http://127.0.0.1:" + port)
        .headers(
            headers ->
                headers
                    .set("Authorization", "Bearer any")
                    .set("Content-Type", "multipart/form-data; boundary=x"));
  }

  private static ByteBuf picture(int number) {
    return Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(Pictures.png()), text("number " + number));
  }

  private static ByteBuf text(String text) {
    return Unpooled.copiedBuffer(text, UTF_8);
  }
}
