package dev.safelight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Behind a proxy of our own, which is this test. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"server.address=127.0.0.1", "safelight.gateway.trusted-proxies=127\\.0\\.0\\.1"})
class TrustedProxyIT {

  private static final DisposableServer SERVICE =
      HttpServer.create()
          .host("127.0.0.1")
          .port(0)
          .handle(
              (request, response) ->
                  response.sendString(Mono.just(request.requestHeaders().entries().toString())))
          .bindNow();

  @LocalServerPort int port;

  @DynamicPropertySource
  static void service(DynamicPropertyRegistry registry) {
    registry.add("safelight.gateway.metadata-url", () -> "http://127.0.0.1:" + SERVICE.port());
  }

  @AfterAll
  static void stop() {
    SERVICE.disposeNow();
  }

  @Test
  void itsWordIsPassedOnAndNothingThatItWasToldBefore() {
    WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .build()
        .get()
        .uri("/api/images")
        .header("X-Forwarded-For", "1.2.3.4, 198.51.100.7")
        .header("X-Forwarded-Proto", "https")
        .exchange()
        .expectBody(String.class)
        .consumeWith(
            seen ->
                assertThat(seen.getResponseBody())
                    .containsOnlyOnce("X-Forwarded-For=198.51.100.7")
                    .doesNotContain("1.2.3.4")
                    .contains("X-Forwarded-Proto=https"));
  }
}
