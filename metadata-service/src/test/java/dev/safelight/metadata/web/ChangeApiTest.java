package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.testservers.Clients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of what is said of images, over HTTP. */
class ChangeApiTest extends RunningService {

  private static final String IMAGE = "/api/images/{id}";
  private static final String PROBLEM = "urn:safelight:problem:";
  private static final MediaType MERGE_PATCH =
      MediaType.parseMediaType("application/merge-patch+json");

  @Autowired Catalog catalog;

  @Test
  void whatIsPatchedIsOtherAndTheRestStays() {
    var id = ready(false);
    var changed =
        patch(
            OWNER,
            id,
            "\"3\"",
            """
            {"altText": " The sea ", "caption": null, "metadata": {"camera": {"iso": null, "lens": "35"}},
             "visibility": "public", "tags": ["sea", " sea", "", "sand"]}
            """);
    changed.expectStatus().isOk().expectHeader().valueEquals("ETag", "\"4\"");
    var image = body(changed);

    assertThat(image.get("altText").asString()).isEqualTo("The sea");
    assertThat(image.get("caption").isNull()).isTrue();
    assertThat(image.get("metadata").toString()).isEqualTo("{\"camera\":{\"lens\":\"35\"}}");
    assertThat(image.get("visibility").asString()).isEqualTo("public");
    assertThat(image.get("tags").toString()).isEqualTo("[\"sea\",\"sand\"]");
    assertThat(image.get("order").asInt()).isEqualTo(4);
    assertThat(image.get("itemId").asString()).isEqualTo("prod_789");
    assertThat(image.get("version").asLong()).isEqualTo(4);
    var told = (ImageChange.Updated) told(id, 1).getFirst();
    assertThat(told.changed())
        .containsExactly("altText", "caption", "tags", "metadata", "visibility");
    assertThat(told.cause().by()).isEqualTo(Samples.OWNER);
    assertThat(told.cause().revision()).isEqualTo(1);
    assertThat(told.details().description().altText()).isEqualTo("The sea");
    assertThat(told.curation().linksValidFrom()).isNull();
  }

  @Test
  void whatIsPutIsAllThatIsSaid() {
    var id = ready(true);
    var image = body(put(OWNER, id, "\"3\"", "{\"tags\": [\"sea\"], \"order\": 7}"));

    assertThat(image.get("altText").isNull()).isTrue();
    assertThat(image.get("tags").toString()).isEqualTo("[\"sea\"]");
    assertThat(image.get("metadata").toString()).isEqualTo("{}");
    assertThat(image.get("visibility").asString()).isEqualTo("private");
    assertThat(image.get("sharedWith").toString()).isEqualTo("[]");
    assertThat(image.get("order").asInt()).isEqualTo(7);
    assertThat(image.get("itemId").isNull()).isTrue();
  }

  @Test
  void whatWasGotCanBePutBackAndIsNoChange() {
    var id = ready(false);
    var image = body(get(OWNER, IMAGE, id).exchange());

    put(OWNER, id, "\"3\"", image.toString())
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueMatches("ETag", "\"3-.*\"");
    patch(OWNER, id, "\"3\"", "{\"altText\": \"A beach\"}")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueMatches("ETag", "\"3-.*\"");
    assertThat(body(patch(OWNER, id, "*", "{}")).get("version").asLong()).isEqualTo(3);
    patch(OWNER, id, "*", "{\"order\": 5}").expectStatus().isOk();
    assertThat(told(id, 1)).hasSize(1);
  }

  @Test
  void changesNeedTheVersionTheyAreMeantFor() {
    var id = ready(false);

    problem(patch(OWNER, id, "", "{\"order\": 5}"), 428, "precondition-required");
    problem(put(OWNER, id, "", "{}"), 428, "precondition-required");
    problem(patch(OWNER, id, "\"2\"", "{\"order\": 5}"), 412, "precondition-failed");
    problem(patch(OWNER, id, "W/\"3\"", "{\"order\": 5}"), 412, "precondition-failed");
    problem(put(OWNER, id, "\"4\"", "{}"), 412, "precondition-failed");
    patch(OWNER, id, "\"1\", \"3\"", "{\"order\": 5}").expectStatus().isOk();
  }

  @Test
  void ofManyWhoChangeTheSameVersionOneDoes() {
    var id = ready(false);
    var statuses =
        Clients.atOnce(
            12,
            n ->
                patch(OWNER, id, "\"3\"", "{\"order\": " + (10 + n) + "}")
                    .returnResult(Void.class)
                    .getStatus()
                    .value());

    assertThat(statuses).containsOnlyOnce(200).contains(412).hasSize(12);
    assertThat(told(id, 1)).hasSize(1);
  }

  @Test
  void allThatIsUnacceptableIsToldAtOnce() {
    var id = ready(false);
    var body = new JsonMapper().createObjectNode();
    body.put("altText", "a".repeat(256)).put("caption", "b".repeat(501)).put("order", -1);
    body.put("visibility", "secret").put("itemId", "c".repeat(256));
    body.putArray("tags").add("d".repeat(51));
    body.putArray("sharedWith").add("e\u0000");
    body.putObject("metadata").put("big", "f".repeat(8192));
    var fields = errors(put(OWNER, id, "\"3\"", body.toString()), 422);

    assertThat(fields)
        .containsExactlyInAnyOrder(
            "altText",
            "caption",
            "order",
            "visibility",
            "itemId",
            "tags",
            "sharedWith",
            "metadata");
    var many = new JsonMapper().createObjectNode();
    fill(many, "tags", 11);
    fill(many, "sharedWith", 51);
    assertThat(errors(patch(OWNER, id, "\"3\"", many.toString()), 422))
        .containsExactlyInAnyOrder("tags", "sharedWith");
    assertThat(version(id)).isEqualTo(3);
  }

  @Test
  void whatIsUnknownOrOfAWrongTypeIsMalformed() {
    var id = ready(false);

    assertThat(
            errors(
                patch(OWNER, id, "\"3\"", "{\"alt\": \"x\", \"tags\": \"sea\", \"order\": \"1\"}"),
                400))
        .containsExactlyInAnyOrder("alt", "tags", "order");
    assertThat(
            errors(patch(OWNER, id, "\"3\"", "{\"isPrimary\": true, \"status\": \"ready\"}"), 400))
        .containsExactlyInAnyOrder("isPrimary", "status");
    assertThat(errors(put(OWNER, id, "\"3\"", "{\"nonsense\": 1}"), 400))
        .containsExactly("nonsense");
    for (var body : List.of("[]", "", "{\"order\":1,\"order\":2}", "{} {}", "\"text\"")) {
      problem(patch(OWNER, id, "\"3\"", body), 400, "malformed");
    }
    http.patch()
        .uri(IMAGE, id)
        .headers(headers -> headers.setBearerAuth(OWNER))
        .contentType(MediaType.TEXT_PLAIN)
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "user-owner.r, true, 403",
    "user-owner.rw, true, 200",
    "user-admin.rwa, false, 200",
    "user-friend.rw, false, 403",
    "user-stranger.rw, false, 404",
    "user-stranger.rw, true, 403",
    "'', true, 401"
  })
  void whoManagesAnImageChangesIt(String token, boolean everyone, int status) {
    var id = ready(everyone);

    patch(token, id, "\"3\"", "{\"order\": 9}").expectStatus().isEqualTo(status);
    put(token, id, "*", "{\"order\": 10}").expectStatus().isEqualTo(status);
  }

  @Test
  void unknownAndDeletedImagesAreNotThere() {
    var id = ready(false);
    request(HttpMethod.DELETE, OWNER, IMAGE, id).exchange().expectStatus().isNoContent();

    problem(patch(OWNER, id, "*", "{}"), 404, "not-found");
    problem(patch(OWNER, Samples.id(), "*", "{}"), 404, "not-found");
    problem(patch(OWNER, "nonsense", "*", "{}"), 404, "not-found");
  }

  @Test
  void addressesAreRevokedWhenFewerMaySee() {
    var id = ready(true);
    patch(OWNER, id, "*", "{\"sharedWith\": [\"user-friend\", \"user-stranger\"]}");
    assertThat(linksValidFrom(id)).isNull();

    patch(OWNER, id, "*", "{\"visibility\": \"private\"}").expectStatus().isOk();
    var first = linksValidFrom(id);
    assertThat(first).isNotNull();
    patch(OWNER, id, "*", "{\"visibility\": \"public\"}").expectStatus().isOk();
    assertThat(linksValidFrom(id)).isEqualTo(first);
    Awaitility.await().pollDelay(Duration.ofMillis(2)).until(() -> true);
    patch(OWNER, id, "*", "{\"sharedWith\": [\"user-friend\"]}").expectStatus().isOk();
    assertThat(linksValidFrom(id)).isAfter(first);
    get(STRANGER, IMAGE, id).exchange().expectStatus().isOk();
    patch(OWNER, id, "*", "{\"visibility\": null}").expectStatus().isOk();
    get(STRANGER, IMAGE, id).exchange().expectStatus().isNotFound();
    get(FRIEND, IMAGE, id).exchange().expectStatus().isOk();
  }

  @Test
  void imagesAreMovedToItemsThatTakeThem() {
    var id = ready(false);
    var own = item(OWNER, "\"contributors\": \"owner\"");
    var open = item(STRANGER, "\"contributors\": \"everyone\"");
    var closed = item(STRANGER, "\"contributors\": \"owner\"");
    var large = item(OWNER, "\"minDimensions\": {\"width\": 801, \"height\": 1}");

    assertThat(errors(patch(OWNER, id, "*", itemId(closed)), 404)).containsExactly("itemId");
    problem(patch(OWNER, id, "*", itemId("nowhere")), 404, "unknown-item");
    assertThat(errors(patch(OWNER, id, "*", itemId(large)), 422)).containsExactly("itemId");
    for (var item : List.of(own, open)) {
      assertThat(body(patch(OWNER, id, "*", itemId(item))).get("itemId").asString())
          .isEqualTo(item);
    }
    patch(OWNER, id, "*", "{\"itemId\": null}").expectStatus().isOk();
    assertThat(told(id, 3))
        .extracting(change -> ((ImageChange.Updated) change).changed())
        .containsExactly(List.of("itemId"), List.of("itemId"), List.of("itemId"));
  }

  /** What the pipeline says meanwhile is kept, and raises the version that is to be named. */
  @Test
  void changesAndEventsOfThePipelineDoNotGetInEachOthersWay() {
    var id = image(Samples.uploaded(Samples.id()));
    patch(OWNER, id, "\"1\"", "{\"altText\": \"Mine\"}").expectStatus().isOk();
    projection.apply(Samples.cleared(id)).block();
    projection.apply(Samples.processed(id)).block();

    problem(patch(OWNER, id, "\"2\"", "{\"order\": 1}"), 412, "precondition-failed");
    var image = body(patch(OWNER, id, "\"4\"", "{\"order\": 1}"));
    assertThat(image.get("status").asString()).isEqualTo("ready");
    assertThat(image.get("altText").asString()).isEqualTo("Mine");
  }

  @Test
  void everyChangeIsInTheAuditLog() {
    var id = ready(false);
    patch(OWNER, id, "*", "{\"order\": 1, \"altText\": null}").expectStatus().isOk();
    var told = told(id, 1).getFirst();

    var entries = body(get(ADMIN, "/api/admin/audit?target={id}", id).exchange()).get("entries");
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).get("action").asString()).isEqualTo("image.updated");
    assertThat(entries.get(0).get("actor").asString()).isEqualTo(Samples.OWNER);
    assertThat(entries.get(0).get("detail").asString()).isEqualTo("altText, order");
    assertThat(entries.get(0).get("id").asString()).isEqualTo(told.cause().eventId().toString());
  }

  private String item(String token, String rest) {
    var id = "item-" + UUID.randomUUID();
    send(HttpMethod.POST, token, "/api/items", "", "{\"id\": \"%s\", %s}".formatted(id, rest))
        .expectStatus()
        .isCreated();
    return id;
  }

  private static String itemId(String id) {
    return "{\"itemId\": \"" + id + "\"}";
  }

  private long version(UUID id) {
    return Objects.requireNonNull(catalog.find(id).block()).history().version();
  }

  private Instant linksValidFrom(UUID id) {
    return Objects.requireNonNull(catalog.find(id).block()).history().linksValidFrom();
  }

  /** What was told of an image, once it is so much. */
  private List<ImageChange> told(UUID id, int count) {
    Awaitility.await().until(() -> told(id).size() >= count);
    return told(id);
  }

  private List<ImageChange> told(UUID id) {
    return announced.stream().filter(change -> change.cause().imageId().equals(id)).toList();
  }

  private ResponseSpec patch(String token, Object id, String ifMatch, String body) {
    return send(HttpMethod.PATCH, token, "/api/images/" + id, ifMatch, body);
  }

  private ResponseSpec put(String token, UUID id, String ifMatch, String body) {
    return send(HttpMethod.PUT, token, "/api/images/" + id, ifMatch, body);
  }

  private ResponseSpec send(
      HttpMethod method, String token, String uri, String ifMatch, String body) {
    return http.method(method)
        .uri(uri)
        .headers(
            headers -> {
              if (!token.isEmpty()) {
                headers.setBearerAuth(token);
              }
              if (!ifMatch.isEmpty()) {
                headers.set("If-Match", ifMatch);
              }
            })
        .contentType(method.equals(HttpMethod.PATCH) ? MERGE_PATCH : MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private static void problem(ResponseSpec answer, int status, String slug) {
    answer.expectStatus().isEqualTo(status);
    assertThat(body(answer).get("type").asString()).isEqualTo(PROBLEM + slug);
  }

  private static List<String> errors(ResponseSpec answer, int status) {
    answer.expectStatus().isEqualTo(status);
    return body(answer).get("errors").valueStream().map(it -> it.get("field").asString()).toList();
  }

  private static void fill(ObjectNode body, String name, int count) {
    var array = body.putArray(name);
    for (int n = 0; n < count; n++) {
      array.add("text" + n);
    }
  }

  private static JsonNode body(ResponseSpec answer) {
    return Objects.requireNonNull(
        answer.expectBody(JsonNode.class).returnResult().getResponseBody());
  }
}
