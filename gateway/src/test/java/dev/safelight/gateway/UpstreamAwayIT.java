package dev.safelight.gateway;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Nobody listens on port 1, and nobody is given it. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.address=127.0.0.1",
      "safelight.gateway.https=true",
      "safelight.gateway.metadata-url=http://127.0.0.1:1"
    })
class UpstreamAwayIT {

  @LocalServerPort int port;

  @Test
  void aServiceThatIsAwayIsUnavailable() {
    WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .build()
        .get()
        .uri("/api/images")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals("Retry-After", "5")
        .expectHeader()
        .exists("Strict-Transport-Security")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:unavailable");
  }
}
