package dev.safelight.metadata.web;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.metadata.accesslog.AccessRecorder;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.link.Link;
import dev.safelight.metadata.link.LinkTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class SignedUrlApiTest extends RunningService {

  private static final String IMAGE = "/api/images/{id}";

  @Autowired private MongoDatabase database;
  @Autowired private LinkTokens tokens;
  @Autowired private AccessRecorder recorder;

  @Test
  void addressShowsOnePictureToAnybody() {
    var id = ready(false);
    var signed = signed(id, "{\"variant\": \"tiny\", \"expiresIn\": 600, \"purpose\": \"press\"}");

    open(signed)
        .expectStatus()
        .isOk()
        .expectHeader()
        .value("Cache-Control", value -> assertThat(value).matches("max-age=(600|59\\d), private"))
        .expectHeader()
        .doesNotExist("Vary")
        .expectHeader()
        .valueEquals("Cross-Origin-Resource-Policy", "cross-origin")
        .expectBody(byte[].class)
        .isEqualTo(bytes("tiny"));
    get(STRANGER, signed).exchange().expectStatus().isOk();
    request(HttpMethod.HEAD, "", signed).exchange().expectStatus().isOk();
    problem(open(signed.replace("/tiny?", "/large?")), 403, "link-not-genuine");
    problem(open(signed.replace(id.toString(), ready(false).toString())), 403, "link-not-genuine");
    problem(open(signed.replace("/tiny?", "?")), 403, "link-not-genuine");
    problem(open(signed + "x"), 403, "link-not-genuine");
    problem(get(OWNER, signed + "x").exchange(), 403, "link-not-genuine");
    get("", "/api/images/{id}/content/tiny", id).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void expiredAddressSaysSo() {
    var id = ready(false);
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var holder = new Link.Anybody(UUID.randomUUID(), "tiny");
    var token = tokens.write(new Link(id, holder, now.minusSeconds(60), now.minusSeconds(1)));

    problem(open("/api/images/" + id + "/content/tiny?access=" + token), 403, "link-expired");
  }

  @Test
  void addressEndsWhenTheImageIsDeletedRefusedOrHeld() {
    for (var field : List.of("onHold", "deletion", "rejection")) {
      var id = ready(false);
      var signed = signed(id, "{}");
      var viewed = image(OWNER, id).get("url").asString();
      switch (field) {
        case "onHold" -> update(id, "onHold", true);
        case "deletion" -> request(HttpMethod.DELETE, OWNER, IMAGE, id).exchange();
        default -> projection.apply(Samples.rejected(id)).block();
      }

      problem(open(signed), 404, "not-found");
      if (!field.equals("onHold")) {
        problem(open(viewed), 404, "not-found");
      }
    }
  }

  @Test
  void addressesAreRevokedTogether() {
    var id = ready(false);
    var signed = signed(id, "{}");
    var viewed = image(OWNER, id).get("url").asString();
    update(id, "linksValidFrom", Date.from(Instant.now().plusMillis(1)));

    problem(open(signed), 404, "not-found");
    problem(open(viewed), 404, "not-found");
    open(image(OWNER, id).get("url").asString()).expectStatus().isOk();
  }

  @Test
  void addressesOfADescriptionShowWhatItsReaderMaySee() {
    var id = ready(false);
    var json = image(FRIEND, id);
    assertThat(Instant.parse(json.get("urlExpiresAt").asString()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(59)), Instant.now().plus(Duration.ofHours(2)));
    open(json.get("url").asString())
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Cross-Origin-Resource-Policy", "same-site");
    open(json.get("variants").get("webp").get("url").asString()).expectStatus().isOk();
    assertThat(json.get("srcset").asString())
        .contains(json.get("url").asString() + " 1200w")
        .doesNotContain("webp");

    update(id, "details.sharedWith", List.of());
    problem(open(json.get("url").asString()), 404, "not-found");
  }

  /** Or clients that ask whether it changed would keep addresses that have ended. */
  @Test
  void tagOfADescriptionChangesWithItsAddresses() {
    var id = ready(false);
    var tag = get(OWNER, IMAGE, id).exchange().returnResult(Void.class).getResponseHeaders();

    assertThat(tag.getETag()).matches("\"3-[0-9a-z]+\"");
    get(OWNER, IMAGE, id)
        .header("If-None-Match", tag.getETag())
        .exchange()
        .expectStatus()
        .isNotModified();
    ((RequestBodySpec) request(HttpMethod.PATCH, OWNER, IMAGE, id))
        .contentType(MediaType.parseMediaType("application/merge-patch+json"))
        .header("If-Match", tag.getETag())
        .bodyValue("{\"altText\": \"Sea\"}")
        .exchange()
        .expectStatus()
        .isOk();
  }

  @ParameterizedTest
  @CsvSource({"owner, 201", "admin, 201", "friend, 403", "stranger, 404"})
  void onlyWhoManagesAnImageMakesAddresses(String who, int status) {
    post(token("user-" + who, who.equals("admin") ? "rwa" : "rw"), ready(false), "{}")
        .expectStatus()
        .isEqualTo(status);
  }

  @Test
  void tokenMustAllowChanges() {
    post(token(Samples.OWNER, "r"), ready(false), "{}").expectStatus().isForbidden();
    post("", ready(false), "{}").expectStatus().isUnauthorized();
  }

  @Test
  void anAddressOfAnImageThatIsNoMoreSaysSoToWhoeverHoldsIt() {
    var id = ready(false);
    var signed = signed(id, "{}");
    request(HttpMethod.DELETE, OWNER, IMAGE, id).exchange().expectStatus().isNoContent();
    problem(open(signed), 404, "not-found");
    request(HttpMethod.DELETE, OWNER, IMAGE + "?permanent=true", id)
        .exchange()
        .expectStatus()
        .isNoContent();
    problem(open(signed), 410, "purged");
    open(signed + "x").expectStatus().isForbidden();
  }

  @Test
  void onlyPicturesThatAreShownGetAddresses() {
    var pending = image(Samples.uploaded(Samples.id()));
    post(OWNER, pending, "{}").expectStatus().isEqualTo(425).expectHeader().exists("Retry-After");
    var rejected = Samples.id();
    image(Samples.uploaded(rejected), Samples.rejected(rejected));
    problem(post(OWNER, rejected, "{}"), 409, "rejected");
    var held = ready(false);
    update(held, "onHold", true);
    problem(post(OWNER, held, "{}"), 409, "held");
    problem(post(OWNER, ready(false), "{\"variant\": \"poster\"}"), 404, "variant-not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"expiresIn\": 604801} | 422",
        "{\"expiresIn\": 0} | 422",
        "{\"expiresIn\": \"1h\"} | 400",
        "{\"for\": \"me\"} | 400",
        "{\"purpose\": \"a\\u0000b\"} | 422",
        "[] | 400",
        "nonsense | 400"
      })
  void whatCanNotBeMeantIsNamed(String body, int status) {
    post(OWNER, ready(false), body).expectStatus().isEqualTo(status);
  }

  @Test
  void ownerReadsWhoLooked() {
    var id = ready(false);
    var signed = signed(id, "{\"purpose\": \"press\"}");
    http.get()
        .uri(signed)
        .header("X-Forwarded-For", "198.51.100.7")
        .exchange()
        .expectStatus()
        .isOk();
    open(image(FRIEND, id).get("variants").get("tiny").get("url").asString());
    get(FRIEND, "/api/images/{id}/content/medium", id).exchange().expectStatus().isOk();
    request(HttpMethod.HEAD, FRIEND, "/api/images/{id}/content/medium", id).exchange();
    get(OWNER, "/api/images/{id}/content/medium", id).exchange();
    open(image(OWNER, id).get("url").asString()).expectStatus().isOk();
    get(STRANGER, "/api/images/{id}/content/medium", id).exchange();
    recorder.flush().block();

    var entries = log(OWNER, id, "").get("entries");
    assertThat(entries.values().stream().map(SignedUrlApiTest::line))
        .containsExactlyInAnyOrder(
            "user-owner signed large press 127.0.0.0/24",
            "link opened large press 198.51.100.0/24",
            "user-friend opened tiny null 127.0.0.0/24",
            "user-friend opened medium null 127.0.0.0/24");
    assertThat(entries.values().stream().filter(entry -> !entry.get("link").isNull()))
        .hasSize(2)
        .map(entry -> entry.get("link"))
        .containsOnly(entries.get(3).get("link"));
    var first = log(ADMIN, id, "?limit=3");
    var second = log(ADMIN, id, "?limit=3&cursor=" + first.get("nextCursor").asString());
    assertThat(first.get("entries")).hasSize(3);
    assertThat(second.get("entries")).hasSize(1);
    assertThat(second.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void whatIsPublicIsNotLogged() {
    var id = ready(true);
    get(FRIEND, "/api/images/{id}/content/medium", id).exchange().expectStatus().isOk();
    get("", "/api/images/{id}/content", id).exchange().expectStatus().isOk();
    recorder.flush().block();

    assertThat(log(OWNER, id, "").get("entries")).isEmpty();
  }

  @Test
  void logIsForThoseWhoManageTheImage() {
    var id = ready(true);
    get(FRIEND, IMAGE + "/access-log", id).exchange().expectStatus().isForbidden();
    get("", IMAGE + "/access-log", id).exchange().expectStatus().isUnauthorized();
    get(STRANGER, IMAGE + "/access-log", ready(false)).exchange().expectStatus().isNotFound();
    get(OWNER, IMAGE + "/access-log?page=2", id).exchange().expectStatus().isBadRequest();
  }

  private static String line(JsonNode entry) {
    return String.join(
        " ",
        entry.get("who").asString(),
        entry.get("action").asString(),
        entry.get("variant").asString(),
        entry.get("purpose").isNull() ? "null" : entry.get("purpose").asString(),
        entry.get("network").asString());
  }

  private JsonNode log(String token, UUID id, String query) {
    return body(get(token, IMAGE + "/access-log" + query, id).exchange());
  }

  private JsonNode image(String token, UUID id) {
    return body(get(token, IMAGE, id).exchange());
  }

  private static JsonNode body(ResponseSpec answer) {
    return answer.expectStatus().isOk().expectBody(JsonNode.class).returnResult().getResponseBody();
  }

  private String signed(UUID id, String body) {
    return post(OWNER, id, body)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody()
        .get("url")
        .asString();
  }

  private ResponseSpec post(String token, UUID id, String body) {
    var request = (RequestBodySpec) request(HttpMethod.POST, token, IMAGE + "/signed-urls", id);
    return request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
  }

  private ResponseSpec open(String url) {
    return get("", url).exchange();
  }

  private static BodyContentSpec problem(ResponseSpec answer, int status, String slug) {
    return answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:" + slug);
  }

  private void update(UUID id, String field, Object value) {
    var images = database.getCollection("images");
    Mono.from(images.updateOne(eq("_id", id.toString()), set(field, value))).block();
  }
}
