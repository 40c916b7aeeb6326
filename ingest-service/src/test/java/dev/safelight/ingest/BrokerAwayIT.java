package dev.safelight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.SpoolFolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The whole service starts and answers while no broker does. */
@AutoConfigureWebTestClient(timeout = "60s")
@Import(TestParts.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "spring.kafka.producer.properties.max.block.ms=500",
      "safelight.oidc.issuer=http://issuer.test",
      "safelight.s3.access-key=key",
      "safelight.s3.secret-key=secret",
    })
class BrokerAwayIT {

  @Autowired WebTestClient http;
  @Autowired SpoolFolder spool;

  @Test
  void nothingIsAcknowledgedThatIsNotAnnounced() {
    var body = new MultipartBodyBuilder();
    body.part("file", new ByteArrayResource(Pictures.png())).filename("photo.png");

    http.post()
        .uri("/api/images")
        .header("Authorization", "Bearer any")
        .body(BodyInserters.fromMultipartData(body.build()))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:unavailable");
    assertThat(spool.own()).isEmptyDirectory();
  }
}
