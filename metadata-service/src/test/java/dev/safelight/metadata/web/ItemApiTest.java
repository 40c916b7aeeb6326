package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.item.Item;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What people do with items, over HTTP. */
class ItemApiTest extends RunningService {

  private static final String PROBLEM = "urn:safelight:problem:";

  /** As every test of this class sees the items of all. */
  private final String id = "item-" + UUID.randomUUID();

  @Test
  void anItemIsCreatedAndFound() {
    post(
            OWNER,
            """
            {"id": "%s", "kind": "product", "name": "Shoe", "metadata": {"a": [1, "ü"]},
             "minDimensions": {"width": 300, "height": 200}, "maxDimensions": {"width": 3000, "height": 2000},
             "maxSize": 5000000000, "contributors": "everyone"}
            """
                .formatted(id))
        .expectStatus()
        .isCreated()
        .expectHeader()
        .location("/api/items/" + id)
        .expectHeader()
        .valueEquals("ETag", "\"1\"");

    read(OWNER, id)
        .expectHeader()
        .valueEquals("ETag", "\"1\"")
        .expectHeader()
        .valueEquals("Cache-Control", "no-cache, private")
        .expectBody()
        .json(
            """
            {"id": "%s", "kind": "product", "name": "Shoe", "metadata": {"a": [1, "ü"]},
             "minDimensions": {"width": 300, "height": 200}, "maxDimensions": {"width": 3000, "height": 2000},
             "maxSize": 5000000000, "contributors": "everyone", "owner": "user-owner", "version": 1}
            """
                .formatted(id))
        .jsonPath("$.createdAt")
        .exists();
    Awaitility.await().until(() -> told.stream().map(Item::id).toList().contains(id));
  }

  @Test
  void whatIsLeftOutIsChosen() {
    var item = body(post(OWNER, "{}").expectStatus().isCreated());

    assertThat(UUID.fromString(item.get("id").asString()).version()).isEqualTo(7);
    assertThat(item.get("kind").asString()).isEqualTo("item");
    assertThat(item.get("contributors").asString()).isEqualTo("owner");
    assertThat(item.get("metadata")).isEmpty();
    assertThat(item.get("minDimensions").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod 789", "ümlaut?#&=+", "a.b..c", "日本 🥾", "~!@$'()*,:[]"})
  void idsOfAnyPlainCharactersAreGoodInAPath(String name) {
    var unusual = name + UUID.randomUUID();
    var location =
        post(OWNER, json("id", unusual))
            .expectStatus()
            .isCreated()
            .returnResult()
            .getResponseHeaders()
            .getLocation();

    assertThat(Objects.requireNonNull(location).getRawPath()).matches("/api/items/[\\x21-\\x7e]+");
    http.get()
        .uri(URI.create("http://127.0.0.1:" + port + location))
        .headers(headers -> headers.setBearerAuth(OWNER))
        .exchange()
        .expectBody()
        .jsonPath("$.id")
        .isEqualTo(unusual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "a/b",
        "a\\\\b",
        "a;b",
        "50%",
        " a",
        "a ",
        "a\\u0000",
        "a\\nb",
        "a\\u202eb",
        "a\\u2028b",
        "\\ud800"
      })
  void otherIdsAreRefused(String unfit) {
    post(OWNER, "{\"id\": \"" + unfit + "\"}")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("id");
  }

  @Test
  void anIdIsGivenOnce() {
    create(OWNER, "owner");

    problem(post(STRANGER, json("id", id)), 409, "item-exists");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    post(
            OWNER,
            """
            {"id": "a/b", "kind": "Product", "name": "", "metadata": {"x": "%s"},
             "minDimensions": {"width": 0}, "maxDimensions": {"width": 1, "height": 9999999999},
             "maxSize": 0, "contributors": "nobody"}
            """
                .formatted("x".repeat(8200)))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo(PROBLEM + "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(
            List.of(
                "id",
                "kind",
                "name",
                "contributors",
                "metadata",
                "minDimensions.width",
                "minDimensions.height",
                "maxDimensions.height",
                "maxSize"));
  }

  @Test
  void whatIsUnknownOrOfAWrongTypeIsMalformed() {
    post(
            OWNER,
            """
            {"kin": 1, "version": 3, "kind": 1, "metadata": [], "maxSize": 1.5, "contributors": "x",
             "minDimensions": {"width": 1, "height": 1, "depth": 1}}
            """)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[*].field")
        .isEqualTo(
            List.of(
                "kin",
                "version",
                "kind",
                "metadata",
                "minDimensions.depth",
                "maxSize",
                "contributors"));
  }

  @Test
  void leastMayNotBeMoreThanMost() {
    post(
            OWNER,
            """
            {"minDimensions": {"width": 10, "height": 10}, "maxDimensions": {"width": 9, "height": 10}}
            """)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("maxDimensions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "\"text\"",
        "null",
        "{} {}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":"
      })
  void whatIsNoJsonObjectIsMalformed(String body) {
    problem(post(OWNER, body), 400, "malformed");
  }

  @Test
  void changesNeedTheVersionTheyAreMeantFor() {
    create(OWNER, "owner");

    problem(put(OWNER, "", "{}"), 428, "precondition-required");
    problem(put(OWNER, "\"2\"", "{}"), 412, "precondition-failed");
    problem(put(OWNER, "W/\"1\"", "{}"), 412, "precondition-failed");
    problem(put(OWNER, "1", "{}"), 412, "precondition-failed");
    put(OWNER, "\"7\", \"1\"", json("name", "Boot"))
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("ETag", "\"2\"")
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo("Boot")
        .jsonPath("$.owner")
        .isEqualTo("user-owner");
    put(OWNER, "*", json("name", "Hat")).expectStatus().isOk();
  }

  @Test
  void whatWasGotCanBePutBack() {
    create(OWNER, "everyone");
    var item = body(read(OWNER, id));

    var changed = body(put(OWNER, "\"1\"", item.toString()).expectStatus().isOk());

    assertThat(changed.get("version").asInt()).isEqualTo(2);
    assertThat(changed.get("contributors").asString()).isEqualTo("everyone");
    put(OWNER, "\"2\"", json("id", "other")).expectStatus().isEqualTo(422);
    put(OWNER, "\"2\"", json("nonsense", "1")).expectStatus().isBadRequest();
  }

  @Test
  void whatIsUnchangedIsNotSentAgain() {
    create(OWNER, "owner");

    get(OWNER, "/api/items/{id}", id)
        .header("If-None-Match", "\"1\"")
        .exchange()
        .expectStatus()
        .isNotModified();
    get(OWNER, "/api/items/{id}", id)
        .header("If-None-Match", "\"2\"")
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void changingCreatesNothing() {
    problem(put(OWNER, "*", "{}"), 404, "not-found");
    problem(put(OWNER, "", "nonsense"), 404, "not-found");
  }

  @Test
  void whatIsNotTheirsIsNotThere() {
    create(OWNER, "owner");

    problem(get(STRANGER, "/api/items/{id}", id).exchange(), 404, "not-found");
    problem(put(STRANGER, "\"1\"", "{}"), 404, "not-found");
    problem(delete(STRANGER, ""), 404, "not-found");
    read(ADMIN, id);
    put(ADMIN, "\"1\"", "{}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.owner")
        .isEqualTo("user-owner");
  }

  @Test
  void whatIsOpenToEveryoneMayBeSeenAndNotChanged() {
    create(OWNER, "everyone");

    read(STRANGER, id);
    problem(put(STRANGER, "\"1\"", "{}"), 403, "forbidden");
    problem(delete(STRANGER, ""), 403, "forbidden");
  }

  @Test
  void scopesAreNeeded() {
    get("", "/api/items").exchange().expectStatus().isUnauthorized();
    get("", "/api/items/{id}", id).exchange().expectStatus().isUnauthorized();
    get(token("u", "w"), "/api/items").exchange().expectStatus().isForbidden();
    get(token("u", "w"), "/api/items/{id}", id).exchange().expectStatus().isForbidden();
    post(token("u", "r"), "{}").expectStatus().isForbidden();
    put(token("u", "r"), "*", "{}").expectStatus().isForbidden();
    delete(token("u", "r"), "").expectStatus().isForbidden();
  }

  @Test
  void deletedItemsAreGoneAndTheirIdsAreFree() {
    create(OWNER, "owner");

    problem(delete(OWNER, "\"2\""), 412, "precondition-failed");
    delete(OWNER, "\"1\"").expectStatus().isNoContent();

    problem(delete(OWNER, ""), 404, "not-found");
    problem(get(OWNER, "/api/items/{id}", id).exchange(), 404, "not-found");
    problem(put(OWNER, "*", "{}"), 404, "not-found");
    post(STRANGER, json("id", id))
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("ETag", "\"3\"");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(told)
                    .filteredOn(item -> item.id().equals(id))
                    .extracting(Item::version)
                    .containsExactly(1L, 2L, 3L));
  }

  @Test
  void itemsWithImagesAreDeletedByForceOnly() {
    var owner = token("user-" + UUID.randomUUID(), "rw");
    var item = "used-" + UUID.randomUUID();
    post(owner, json("id", item)).expectStatus().isCreated();
    var sample = Samples.uploaded(Samples.id());
    var image =
        image(
            new ImageEvent.Uploaded(
                sample.eventId(),
                sample.imageId(),
                sample.upload(),
                sample.details().at(new Placement(item, 0)),
                false));

    delete(owner, item, "")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo(PROBLEM + "item-in-use")
        .jsonPath("$.images")
        .value(Integer.class, images -> assertThat(images).isPositive());
    delete(owner, item, "?force=maybe").expectStatus().isBadRequest();
    delete(owner, item, "?force=true").expectStatus().isNoContent();

    get(OWNER, "/api/images/{id}", image)
        .exchange()
        .expectHeader()
        .valueEquals("ETag", "\"2\"")
        .expectBody()
        .jsonPath("$.itemId")
        .isEmpty();
  }

  @Test
  void listsHoldOnesOwnAndWhatIsOpenPageByPage() {
    var kind = "k" + UUID.randomUUID().toString().substring(0, 8);
    var mine = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      mine.add(made(OWNER, kind, "owner"));
    }
    var open = made(STRANGER, kind, "everyone");
    made(STRANGER, kind, "owner");
    var seen = new ArrayList<String>();
    var uri = "/api/items?limit=2&kind=" + kind;
    var page = body(get(OWNER, uri).exchange());
    seen.addAll(ids(page));
    while (page.get("nextCursor").isString()) {
      page = body(get(OWNER, uri + "&cursor=" + page.get("nextCursor").asString()).exchange());
      seen.addAll(ids(page));
    }

    assertThat(seen)
        .isSorted()
        .containsExactlyInAnyOrder(mine.get(0), mine.get(1), mine.get(2), open);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=101, limit",
    "cursor=AAAA, cursor",
    "cursor=!!, cursor",
    "kind=a&kind=b, kind",
    "owner=me, owner"
  })
  void mistakesInQueriesAreNamed(String query, String field) {
    get(OWNER, "/api/items?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @Test
  void aDatabaseThatIsAwayIsAnOutage() {
    mongo.stop();
    try {
      problem(post(OWNER, "{}"), 503, "unavailable");
      problem(get(OWNER, "/api/items/{id}", id).exchange(), 503, "unavailable");
    } finally {
      mongo.startAgain();
    }
    Awaitility.await()
        .untilAsserted(() -> get(OWNER, "/api/items").exchange().expectStatus().isOk());
  }

  private void create(String token, String contributors) {
    post(token, "{\"id\": \"%s\", \"contributors\": \"%s\"}".formatted(id, contributors))
        .expectStatus()
        .isCreated();
  }

  private String made(String token, String kind, String contributors) {
    var request = "{\"kind\": \"%s\", \"contributors\": \"%s\"}".formatted(kind, contributors);
    return body(post(token, request)).get("id").asString();
  }

  private ResponseSpec read(String token, String item) {
    var answer = get(token, "/api/items/{id}", item).exchange();
    answer.expectStatus().isOk();
    return answer;
  }

  private ResponseSpec post(String token, String body) {
    return send(HttpMethod.POST, token, "/api/items", "", body);
  }

  private ResponseSpec put(String token, String ifMatch, String body) {
    return send(HttpMethod.PUT, token, "/api/items/" + id, ifMatch, body);
  }

  private ResponseSpec delete(String token, String ifMatch) {
    return send(HttpMethod.DELETE, token, "/api/items/" + id, ifMatch, "");
  }

  private ResponseSpec delete(String token, String item, String query) {
    return send(HttpMethod.DELETE, token, "/api/items/" + item + query, "", "");
  }

  private ResponseSpec send(
      HttpMethod method, String token, String uri, String ifMatch, String body) {
    var request =
        http.method(method)
            .uri(uri)
            .headers(headers -> headers.setBearerAuth(token))
            .headers(
                headers -> {
                  if (!ifMatch.isEmpty()) {
                    headers.set("If-Match", ifMatch);
                  }
                });
    return body.isEmpty() && method.equals(HttpMethod.DELETE)
        ? request.exchange()
        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
  }

  private static void problem(ResponseSpec answer, int status, String slug) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo(PROBLEM + slug);
  }

  private static String json(String name, String value) {
    return "{\"" + name + "\": \"" + value + "\"}";
  }

  private static JsonNode body(ResponseSpec answer) {
    return Objects.requireNonNull(
        answer.expectBody(JsonNode.class).returnResult().getResponseBody());
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
  }
}
