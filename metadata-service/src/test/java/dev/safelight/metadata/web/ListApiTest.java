package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

class ListApiTest extends RunningService {

  private final String owner = "user-" + UUID.randomUUID();
  private final String token = token(owner, "rw");

  @Test
  void pagesGoFromTheNewestToTheOldestWithoutGapOrRepetition() {
    var uploaded = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      uploaded.addFirst(upload(i).toString());
    }

    var seen = new ArrayList<String>();
    var page = page("/api/images?limit=2");
    seen.addAll(ids(page));
    while (!page.get("nextCursor").isNull()) {
      page = page("/api/images?limit=2&cursor=" + page.get("nextCursor").asString());
      seen.addAll(ids(page));
    }
    assertThat(seen).isEqualTo(uploaded);
  }

  @Test
  void othersImagesAreNotListedNotEvenToAdmins() {
    upload(0);
    assertThat(ids(body(token("user-" + UUID.randomUUID(), "ra"), "/api/images"))).isEmpty();
  }

  @Test
  void filtersByStatusAndItem() {
    var pending = upload(0);
    var ready = upload(1);
    image(Samples.processed(ready));

    assertThat(ids(page("/api/images?status=ready"))).containsExactly(ready.toString());
    assertThat(ids(page("/api/images?status=pending"))).containsExactly(pending.toString());
    assertThat(ids(page("/api/images?itemId=prod_789"))).hasSize(2);
    assertThat(ids(page("/api/images?itemId=other"))).isEmpty();
  }

  @Test
  void deletedImagesAreNotListed() {
    var id = upload(0);
    request(HttpMethod.DELETE, token, "/api/images/{id}", id)
        .exchange()
        .expectStatus()
        .isNoContent();

    assertThat(ids(page("/api/images"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=101, limit",
    "limit=x, limit",
    "limit=1&limit=2, limit",
    "cursor=garbage, cursor",
    "cursor=!!, cursor",
    "status=deleted, status",
    "sort=size, sort",
    "owner=me, owner"
  })
  void mistakesAreNamed(String query, String field) {
    get(token, "/api/images?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:bad-query")
        .jsonPath("$.errors.length()")
        .isEqualTo(1)
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    get(token, "/api/images?limit=0&page=2&nonsense=1")
        .exchange()
        .expectBody()
        .jsonPath("$.errors[*].field")
        .isEqualTo(List.of("nonsense", "page", "limit"));
  }

  @Test
  void needsATokenWithTheScope() {
    get("", "/api/images").exchange().expectStatus().isUnauthorized();
    get(token(owner, "w"), "/api/images").exchange().expectStatus().isForbidden();
  }

  private UUID upload(int secondsLater) {
    var sample = Samples.details(false);
    var upload = new Upload(owner, Samples.upload().original(), Samples.upload().at());
    var details =
        new ImageDetails(sample.placement(), sample.description(), new Audience(false, List.of()));
    var id = Samples.idMadeAt(Samples.START.plusSeconds(secondsLater));
    return image(new ImageEvent.Uploaded(UUID.randomUUID(), id, upload, details, false));
  }

  private JsonNode page(String uri) {
    return body(token, uri);
  }

  private JsonNode body(String token, String uri) {
    EntityExchangeResult<JsonNode> answer =
        get(token, uri).exchange().expectStatus().isOk().expectBody(JsonNode.class).returnResult();
    return answer.getResponseBody();
  }

  private static List<String> ids(JsonNode page) {
    return page.get("images").valueStream().map(image -> image.get("id").asString()).toList();
  }
}
