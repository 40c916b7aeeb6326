package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.safelight.ingest.upload.ledger.LimitChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What people are told of their quota, and what administrators do to it. */
@IngestWebTest
class QuotaTest {

  private static final String PATH = "/api/admin/users/user-1/quota";

  @Autowired WebTestClient http;
  @Autowired FakeQuotas quotas;
  @Autowired FakePipeline pipeline;

  @ParameterizedTest
  @ValueSource(strings = {"images.read", "images.write"})
  void usageIsToldToWhoMayReadOrWrite(String scope) {
    get("/api/me/usage", scope)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"used": 300, "reserved": 200, "limit": 1000, "remaining": 500, "images": 5}
            """,
            JsonCompareMode.STRICT);
  }

  @Test
  void limitsTellAllThatAClientCanCheckFirst() {
    get("/api/uploads/limits", "images.write")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"maxFileSize": 100000, "maxFiles": 3,
             "allowedTypes":
               ["image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/tiff"],
             "minDimensions": {"width": 1, "height": 1},
             "maxDimensions": {"width": 100, "height": 100}, "maxPixels": 5000,
             "quota":
               {"used": 300, "reserved": 200, "limit": 1000, "remaining": 500, "images": 5}}
            """,
            JsonCompareMode.LENIENT)
        .jsonPath("$.rates")
        .isArray();
  }

  @Test
  void anAdministratorSetsALimitAndTakesItBack() {
    put("{\"limit\": 400}")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"subject": "user-1", "limit": 400, "custom": true, "used": 300, "reserved": 200,
             "remaining": 0, "images": 5}
            """,
            JsonCompareMode.STRICT);

    http.delete().uri(PATH).headers(QuotaTest::admin).exchange().expectStatus().isNoContent();
    get(PATH, "admin").expectBody().jsonPath("$.custom").isEqualTo(false);
    assertThat(quotas.limits).isEmpty();
    assertThat(pipeline.limits)
        .extracting(LimitChange::account, LimitChange::bytes, LimitChange::by)
        .containsExactly(tuple("user-1", 400L, "user-1"), tuple("user-1", null, "user-1"));
  }

  @Test
  void whatCantBeToldIsNotDone() {
    pipeline.announcing = FakePipeline.away();
    put("{\"limit\": 400}").expectStatus().isEqualTo(503);

    assertThat(quotas.limits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"limit\": -1}",
        "{\"limit\": 1.5}",
        "{\"limit\": \"1\"}",
        "{\"limit\": 99999999999999999999}",
        "{\"limit\": 1, \"other\": 2}",
        "[1]",
        "null"
      })
  void whatIsNoLimitIsRefused(String body) {
    put(body)
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(quotas.limits).isEmpty();
  }

  @Test
  void nobodyElseMaySeeOrSetIt() {
    get(PATH, "images.write").expectStatus().isForbidden();
    get("/api/me/usage", "images.other").expectStatus().isForbidden();
    http.get().uri("/api/me/usage").exchange().expectStatus().isUnauthorized();
    http.get().uri(PATH).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void aLedgerThatIsAwayIsAnOutage() {
    get("/api/admin/users/away/quota", "admin")
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After");
  }

  private ResponseSpec get(String path, String token) {
    return http.get().uri(path).headers(headers -> headers.setBearerAuth(token)).exchange();
  }

  private ResponseSpec put(String body) {
    return http.put()
        .uri(PATH)
        .headers(QuotaTest::admin)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private static void admin(HttpHeaders headers) {
    headers.setBearerAuth("admin");
  }
}
