package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Pictures;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.ServedPicture;
import dev.safelight.metadata.catalog.Variant;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the store delivers. */
class PictureRedirectTest {

  private final ServedPicture picture = picture();
  private final PictureDelivery delivery =
      new PictureDelivery(
          new Addresses(),
          new DeliveryProperties(DeliveryProperties.Mode.REDIRECT, Duration.ofSeconds(60), null));

  @Test
  void clientIsSentToTheStoreAndNobodyKeepsTheAddress() {
    var answer = answer(MockServerHttpRequest.get("/picture").header("Range", "bytes=0-9"));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FOUND);
    assertThat(answer.getHeaders().getLocation())
        .hasToString("https://store.example/tiny?attachment&PT1M");
    assertThat(answer.getHeaders().getCacheControl()).isEqualTo("private, no-store");
    assertThat(answer.getHeaders().getVary()).containsExactly("Authorization");
    assertThat(answer.getHeaders().getETag()).isNull();
  }

  @Test
  void clientThatHasThePictureStaysHere() {
    var etag = PictureHeaders.etag(picture);
    var answer = answer(MockServerHttpRequest.get("/picture").header("If-None-Match", etag));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
  }

  /** The address is signed for GET. */
  @Test
  void headIsAnsweredHere() {
    var answer = answer(MockServerHttpRequest.head("/picture"));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getHeaders().getContentLength()).isEqualTo(60);
    assertThat(answer.getHeaders().headerNames()).doesNotContain(HttpHeaders.LOCATION);
  }

  private ServerHttpResponse answer(MockServerHttpRequest.BaseBuilder<?> request) {
    var exchange = MockServerWebExchange.from(request);
    delivery.deliver(picture, new PictureTerms(false, true, null, null), exchange).block();
    return exchange.getResponse();
  }

  private static ServedPicture picture() {
    var image = Samples.ready(false);
    var development = Objects.requireNonNull(image.shown());
    return new ServedPicture(image, development, development.variant("tiny").orElseThrow());
  }

  private static class Addresses implements Pictures {

    @Override
    public Mono<Flux<ByteBuffer>> open(Variant variant, long first, long last) {
      return Mono.error(new AssertionError("Nothing is to be read"));
    }

    @Override
    public URI address(Variant variant, String disposition, Duration validity) {
      var how = disposition.substring(0, disposition.indexOf(';'));
      return URI.create("https://store.example/" + variant.name() + '?' + how + '&' + validity);
    }
  }
}
