package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.SpoolFolder;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@IngestWebTest
class BodyDrainTest {

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

    assertThat(spool.own()).isEmptyDirectory();
  }
}
