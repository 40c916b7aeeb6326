package dev.safelight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What becomes of open answers when the gateway stops. */
class StopIT {

  private static final DisposableServer METADATA =
      HttpServer.create()
          .host("127.0.0.1")
          .route(
              routes ->
                  routes.get(
                      "/api/events",
                      (request, response) ->
                          response.sse().sendString(Flux.just(":\n\n").concatWith(Mono.never()))))
          .bindNow();

  @AfterAll
  static void stop() {
    METADATA.disposeNow();
  }

  /** It would wait for a minute. */
  @Test
  void streamsEndAtOnce() throws Exception {
    var gateway = start();
    var stream = listen(((WebServerApplicationContext) gateway).getWebServer().getPort()).body();
    var lines = stream.iterator();
    assertThat(lines.next()).isEqualTo(":");
    var began = System.nanoTime();
    gateway.close();

    assertThat(lines.next()).isEmpty();
    assertThat(lines.hasNext()).as("an end, not a broken connection").isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
  }

  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .run(
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--spring.lifecycle.timeout-per-shutdown-phase=60s",
            "--safelight.gateway.metadata-url=http://127.0.0.1:" + METADATA.port());
  }

  private static HttpResponse<Stream<String>> listen(int port) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
  }
}
