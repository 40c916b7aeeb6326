package dev.safelight.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.ingest.upload.Fate;
import dev.safelight.ingest.upload.UploadUnavailableException;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Against a small server that answers as metadata-service does. */
class HttpCatalogTest {

  private static final UUID ID = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");

  /** Never reached by a server that answers, however busy the machine is. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicReference<String> asked = new AtomicReference<>();
  private DisposableServer server;

  /** What the server does. */
  @FunctionalInterface
  private interface Reaction {
    Publisher<Void> to(HttpServerResponse response);
  }

  @AfterEach
  void stop() {
    server.disposeNow();
  }

  @Test
  void asksAsTheUploaderAndPassesTheReadyImageOnAsItIs() {
    var image = "{\"status\":\"ready\", \"size\": 1.50}";

    assertThat(fate(response -> response.sendString(Mono.just(image))))
        .isEqualTo(new Fate.Ready(image));
    assertThat(asked).hasValue("/api/images/" + ID + "?wait=1 Bearer token");
  }

  @Test
  void passesTheReasonOn() {
    var image =
        "{\"status\":\"rejected\",\"rejection\":{\"reason\":\"infected\",\"detail\":\"No.\"}}";

    assertThat(fate(response -> response.sendString(Mono.just(image))))
        .isEqualTo(new Fate.Rejected("infected", "No."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "cleared", "failed", "something new"})
  void anyOtherStatusIsUndecided(String status) {
    var image = "{\"status\":\"" + status + "\"}";

    assertThat(fate(response -> response.sendString(Mono.just(image))))
        .isEqualTo(new Fate.Undecided());
  }

  @Test
  void neverFailsWhateverTheCatalogDoes() {
    assertThat(fate(response -> response.status(503).send())).isEqualTo(new Fate.Unknown());
    assertThat(fate(HttpServerResponse::sendNotFound)).isEqualTo(new Fate.Unknown());
    assertThat(fate(response -> response.sendString(Mono.just("<html>"))))
        .isEqualTo(new Fate.Unknown());
    server.disposeNow();
    assertThat(ask(server.port(), LONG)).isEqualTo(new Fate.Unknown());
  }

  @Test
  void findsAnImageAsItsSenderSeesIt() {
    var image = "{\"status\":\"pending\", \"size\": 1.50}";

    assertThat(found(response -> response.sendString(Mono.just(image))).block()).isEqualTo(image);
    assertThat(asked).hasValue("/api/images/" + ID + " Bearer token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deleted", "rejected", "failed"})
  void whatIsGoneIsNotFound(String status) {
    var image = "{\"status\":\"" + status + "\"}";

    assertThat(found(response -> response.sendString(Mono.just(image))).block()).isNull();
    assertThat(found(HttpServerResponse::sendNotFound).block()).isNull();
  }

  @Test
  void whatCannotBeLookedUpIsAnOutage() {
    var answer = found(response -> response.status(503).send());

    assertThatThrownBy(answer::block).isInstanceOf(UploadUnavailableException.class);
    server.disposeNow();
    assertThatThrownBy(answer::block).isInstanceOf(UploadUnavailableException.class);
  }

  @Test
  void givesUpOnACatalogThatNeverAnswers() {
    serve(response -> Mono.never());

    assertThat(ask(server.port(), Duration.ZERO)).isEqualTo(new Fate.Unknown());
  }

  private Mono<String> found(Reaction reaction) {
    serve(reaction);
    return catalog(server.port(), LONG).find(ID, "Bearer token");
  }

  private Fate fate(Reaction reaction) {
    serve(reaction);
    return ask(server.port(), LONG);
  }

  private void serve(Reaction reaction) {
    if (server != null) {
      server.disposeNow();
    }
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                (request, response) -> {
                  asked.set(request.uri() + ' ' + request.requestHeaders().get("Authorization"));
                  return reaction.to(response.header("Content-Type", "application/json"));
                })
            .bindNow();
  }

  private static Fate ask(int port, Duration grace) {
    return catalog(port, grace)
        .await(ID, Duration.ofSeconds(1), "Bearer token")
        .blockOptional()
        .orElseThrow();
  }

  private static HttpCatalog catalog(int port, Duration grace) {
    var settings = new CatalogProperties(URI.create("http://127.0.0.1:" + port), grace);
    return new HttpCatalog(ObservationRegistry.NOOP, JsonMapper.builder().build(), settings);
  }
}
