package dev.safelight.ingest.web;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What every problem has. */
final class Problem {

  private Problem() {}

  static BodyContentSpec expected(ResponseSpec answer, int status, String slug) {
    return answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .doesNotExist("Location")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:" + slug)
        .jsonPath("$.status")
        .isEqualTo(status);
  }
}
