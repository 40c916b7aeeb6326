package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Upload;
import java.net.URI;
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
    assertThat(ids(page("/api/images?itemId=prod_789&limit=100")))
        .contains(pending.toString(), ready.toString());
    assertThat(ids(page("/api/images?itemId=other"))).isEmpty();
  }

  @Test
  void cursorsAreOfOneListAlone() {
    upload(0);
    upload(1);
    var cursor = page("/api/images?limit=1").get("nextCursor").asString();

    assertThat(ids(page("/api/images?limit=2&cursor=" + cursor))).hasSize(1);
    for (var other : List.of("sort=size&", "status=pending&", "q=x&")) {
      get(token, "/api/images?" + other + "cursor=" + cursor)
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.errors[0].field")
          .isEqualTo("cursor");
    }
  }

  @Test
  void pagesByNumberTellHowManyThereAre() {
    for (var i = 0; i < 5; i++) {
      upload(i);
    }
    var whole = page("/api/images?limit=10");
    assertThat(whole.has("pagination")).isFalse();

    var second = page("/api/images?limit=2&page=2");
    assertThat(ids(second)).isEqualTo(ids(whole).subList(2, 4));
    assertThat(second.get("pagination").toString())
        .isEqualTo("{\"page\":2,\"limit\":2,\"total\":5,\"pages\":3}");
    var onwards = page("/api/images?limit=2&cursor=" + second.get("nextCursor").asString());
    assertThat(ids(onwards)).isEqualTo(ids(whole).subList(4, 5));
    assertThat(ids(page("/api/images?page=9"))).isEmpty();
  }

  @Test
  void sortsBothWaysWhateverBecameOfThePlus() {
    var first = upload(0).toString();
    var second = upload(1).toString();

    for (var sort :
        List.of("uploadedAt", "%2BuploadedAt", "+uploadedAt", "order", "originalName")) {
      assertThat(ids(raw("/api/images?sort=" + sort))).as(sort).containsExactly(first, second);
    }
    assertThat(ids(raw("/api/images?sort=-size"))).containsExactly(second, first);
  }

  @Test
  void findsByTagsWordsTypeAndTime() {
    var id = upload(3).toString();
    for (var query :
        List.of(
            "tags=beach,SEA",
            "tags=beach&tags=sea",
            "anyTag=nowhere,sea",
            "q=BEÄ our",
            "q=holid png",
            "mimeType=image/png",
            "uploadedAfter=2026-11-21T10:15:30.122Z",
            "uploadedAfter=2026-11-21T12:15:30.122+02:00",
            "uploadedBefore=2026-11-21T10:15:30.1231Z")) {
      assertThat(ids(raw("/api/images?" + query.replace(" ", "%20").replace("Ä", "%C3%84"))))
          .as(query)
          .containsExactly(id);
    }
    for (var query :
        List.of(
            "tags=beach,nowhere",
            "q=each",
            "mimeType=image/jpeg",
            "uploadedAfter=2026-11-21T10:15:30.123Z",
            "uploadedBefore=2026-11-21T10:15:30.123Z")) {
      assertThat(ids(raw("/api/images?" + query))).as(query).isEmpty();
    }
  }

  @Test
  void ownDeletedImagesAreListedWhereTheyAreAskedFor() {
    var id = upload(0);
    request(HttpMethod.DELETE, token, "/api/images/{id}", id)
        .exchange()
        .expectStatus()
        .isNoContent();

    assertThat(ids(page("/api/images?status=deleted"))).containsExactly(id.toString());
    assertThat(ids(body(ADMIN, "/api/images?status=deleted&owner=" + owner))).hasSize(1);
    assertThat(ids(body(STRANGER, "/api/images?status=deleted&owner=" + owner))).isEmpty();
  }

  @Test
  void anybodySeesWhatIsPublished() {
    var item = "item-" + owner;
    var hidden = upload(0, item, false);
    var pending = upload(1, item, true);
    var published = upload(2, item, true);
    image(Samples.processed(hidden));
    image(Samples.processed(published));
    var open =
        List.of(
            "/api/images?owner=" + owner,
            "/api/images?itemId=" + item,
            "/api/items/" + item + "/images");

    for (var uri : open) {
      assertThat(ids(body("", uri))).as(uri).containsExactly(published.toString());
      assertThat(ids(body(token(owner, "w"), uri))).containsExactly(published.toString());
      assertThat(ids(body(STRANGER, uri))).containsExactly(published.toString());
      assertThat(ids(body(token, uri)))
          .containsExactlyInAnyOrder(hidden.toString(), pending.toString(), published.toString());
      assertThat(ids(body(ADMIN, uri))).hasSize(3);
    }
    var gallery = ids(body("", "/api/images?visibility=public&limit=100"));
    assertThat(gallery).contains(published.toString()).doesNotContain(pending.toString());
    assertThat(ids(body("", "/api/items/" + item + "/images?status=deleted"))).isEmpty();
  }

  @Test
  void itemsShowTheirNewestImage() {
    var item = "item-" + owner;
    var first = upload(0, item, true);
    image(Samples.processed(first));
    var second = upload(1, item, true);
    var latest = "/api/items/" + item + "/images/latest";

    assertThat(body(token, latest).get("id").asString()).isEqualTo(second.toString());
    assertThat(body("", latest).get("id").asString()).isEqualTo(first.toString());
    assertThat(body(token, latest + "?status=ready").get("id").asString())
        .isEqualTo(first.toString());
    get(token, "/api/items/nothing-here/images/latest").exchange().expectStatus().isNotFound();
    get(token, latest + "?limit=1").exchange().expectStatus().isBadRequest();
  }

  @Test
  void findsWhatLooksAlikeAmongOnesOwn() {
    var one = upload(0);
    var other = upload(1);
    var pending = upload(2);
    image(Samples.processed(one));
    image(Samples.processed(other));

    var found = body(token, "/api/images/" + one + "/similar").get("images");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("image").get("id").asString()).isEqualTo(other.toString());
    assertThat(found.get(0).get("distance").asInt()).isZero();
    assertThat(body(ADMIN, "/api/images/" + one + "/similar?distance=0").get("images")).hasSize(1);
    assertThat(body(token, "/api/images/" + pending + "/similar").get("images")).isEmpty();
    get(STRANGER, "/api/images/{id}/similar", one).exchange().expectStatus().isNotFound();
    get("", "/api/images/{id}/similar", one).exchange().expectStatus().isUnauthorized();
    get(token, "/api/images/{id}/similar?distance=8", one).exchange().expectStatus().isBadRequest();
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
    "page=0, page",
    "page=501, page",
    "limit=100&page=101, page",
    "page=1&cursor=x, page",
    "cursor=garbage, cursor",
    "cursor=!!.x, cursor",
    "status=lost, status",
    "sort=colour, sort",
    "sort=--size, sort",
    "owner=, owner",
    "itemId=a&itemId=b, itemId",
    "'tags=a,,b', tags",
    "'tags=a,b,c,d,e,f,g,h,i,j,k', tags",
    "anyTag=, anyTag",
    "q=!!, q",
    "q=a b c d e f g h i j k, q",
    "visibility=shared, visibility",
    "uploadedAfter=yesterday, uploadedAfter",
    "uploadedBefore=2026-13-01T00:00:00Z, uploadedBefore",
    "mimeType=jpeg, mimeType"
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
    get(token, "/api/images?limit=0&sort=x&nonsense=1")
        .exchange()
        .expectBody()
        .jsonPath("$.errors[*].field")
        .isEqualTo(List.of("nonsense", "sort", "limit"));
  }

  @Test
  void needsATokenWithTheScope() {
    get("", "/api/images").exchange().expectStatus().isUnauthorized();
    get(token(owner, "w"), "/api/images").exchange().expectStatus().isForbidden();
  }

  private UUID upload(int secondsLater) {
    return upload(secondsLater, "prod_789", false);
  }

  private UUID upload(int secondsLater, String item, boolean everyone) {
    var upload = new Upload(owner, Samples.upload().original(), "{}", Samples.upload().at());
    var details =
        new ImageDetails(
            new Placement(item, 4),
            Samples.details(false).description(),
            new Audience(everyone, List.of()));
    var id = Samples.idMadeAt(Samples.START.plusSeconds(secondsLater));
    return image(new ImageEvent.Uploaded(UUID.randomUUID(), id, upload, details, false));
  }

  /** With a query that is escaped already, or is not meant to be. */
  private JsonNode raw(String uri) {
    return http.get()
        .uri(URI.create("http://127.0.0.1:" + port + uri))
        .headers(headers -> headers.setBearerAuth(token))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
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
