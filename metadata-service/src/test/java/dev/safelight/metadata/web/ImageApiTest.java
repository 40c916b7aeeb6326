package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import dev.safelight.metadata.catalog.Samples;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.json.JsonCompareMode;
import reactor.core.publisher.Mono;

class ImageApiTest extends RunningService {

  private static final String IMAGE = "/api/images/{id}";

  @Test
  void readyImageIsToldAsTheContractSays() {
    var id = ready(true);
    get(OWNER, IMAGE, id)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("ETag", "\"3\"")
        .expectHeader()
        .valueEquals("Cache-Control", "no-cache, private")
        .expectBody()
        .json(expectedReady().replace("$ID", id.toString()), JsonCompareMode.STRICT);
  }

  @Test
  void pendingImageHasNoPicturesYet() {
    var id = image(Samples.uploaded(Samples.id()));
    get(OWNER, IMAGE, id)
        .exchange()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("pending")
        .jsonPath("$.url")
        .value(url -> assertThat(url).isNull())
        .jsonPath("$.variants")
        .isEmpty()
        .jsonPath("$.placeholder")
        .value(placeholder -> assertThat(placeholder).isNull())
        .jsonPath("$.dominantColors")
        .isEmpty()
        .jsonPath("$.dimensions.aspectRatio")
        .isEqualTo("2:3");
  }

  @Test
  void rejectedImageSaysWhy() {
    var id = Samples.id();
    image(Samples.uploaded(id), Samples.rejected(id));
    get(OWNER, IMAGE, id)
        .exchange()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("rejected")
        .jsonPath("$.rejection")
        .isEqualTo(
            Map.of(
                "reason", "infected",
                "detail", "The file contains malware: Eicar.",
                "stage", "scan",
                "at", "2026-11-21T10:15:33.123Z"));
  }

  @Test
  void whomItIsSharedWithIsForThoseWhoManageIt() {
    var id = ready(true);
    get("", IMAGE, id).exchange().expectBody().jsonPath("$.sharedWith").isEmpty();
    get(ADMIN, IMAGE, id)
        .exchange()
        .expectBody()
        .jsonPath("$.sharedWith[0]")
        .isEqualTo(Samples.FRIEND);
  }

  @Test
  void unchangedImageIsNotSentAgain() {
    var id = ready(true);
    get(OWNER, IMAGE, id)
        .header(HttpHeaders.IF_NONE_MATCH, "\"3\"")
        .exchange()
        .expectStatus()
        .isNotModified()
        .expectBody()
        .isEmpty();
    get(OWNER, IMAGE, id)
        .header(HttpHeaders.IF_NONE_MATCH, "\"2\"")
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void unknownHiddenAndMalformedAreTheSame() {
    var hidden = problem(STRANGER, ready(false).toString(), 404);
    assertThat(problem(STRANGER, Samples.id().toString(), 404)).isEqualTo(hidden);
    assertThat(problem(STRANGER, UUID.randomUUID().toString(), 404)).isEqualTo(hidden);
    assertThat(problem(STRANGER, "0199-not-an-id", 404)).isEqualTo(hidden);
    assertThat(hidden).contains("urn:safelight:problem:not-found");
  }

  @Test
  void nobodyIsAskedToSignInWhetherItExistsOrNot() {
    var hidden = problem("", ready(false).toString(), 401);
    assertThat(problem("", Samples.id().toString(), 401)).isEqualTo(hidden);
    assertThat(problem("", "garbage", 401)).isEqualTo(hidden);
    get("", IMAGE, Samples.id())
        .exchange()
        .expectHeader()
        .valueEquals("WWW-Authenticate", "Bearer");
  }

  @Test
  void tokenWithoutTheScopeShowsNoMoreThanNoToken() {
    var unscoped = token(Samples.OWNER, "w");
    var hidden = problem(unscoped, ready(false).toString(), 403);
    assertThat(problem(unscoped, Samples.id().toString(), 403)).isEqualTo(hidden);
    get(unscoped, IMAGE, ready(true)).exchange().expectStatus().isOk();
  }

  @Test
  void badTokenIsRefusedEvenForPublicImages() {
    get("nonsense", IMAGE, ready(true)).exchange().expectStatus().isUnauthorized();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "31", "x", "", "1.5", "99999999999"})
  void waitHasLimits(String wait) {
    get(OWNER, IMAGE + "?wait={wait}", ready(false), wait)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("wait");
  }

  @Test
  void waitEndsWhenTheImageIsReady() {
    var id = image(Samples.uploaded(Samples.id()));
    Mono.delay(Duration.ofMillis(200)).then(projection.apply(Samples.processed(id))).subscribe();
    get(OWNER, IMAGE + "?wait=20", id)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("ready");
  }

  @Test
  void waitThatIsOverAnswersWhatItIs() {
    get(OWNER, IMAGE + "?wait=1", image(Samples.uploaded(Samples.id())))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("pending");
  }

  @Test
  void deletedImageIsGoneForOthersAndAnnounced() {
    var id = ready(true);
    delete(OWNER, id, 204);

    delete(OWNER, id, 404);
    get(STRANGER, IMAGE, id).exchange().expectStatus().isNotFound();
    get(OWNER, IMAGE, id)
        .exchange()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("deleted")
        .jsonPath("$.deletedAt")
        .isNotEmpty()
        .jsonPath("$.variants")
        .isEmpty();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(announced)
                    .filteredOn(announcement -> announcement.cause().imageId().equals(id))
                    .hasSize(1));
  }

  @Test
  void onlyThoseWhoManageAnImageDeleteIt() {
    var id = ready(true);
    delete("", id, 401);
    delete(token(Samples.OWNER, "r"), id, 403);
    delete(FRIEND, id, 403);
    delete(STRANGER, id, 403);
    delete(STRANGER, ready(false), 404);
    delete(STRANGER, Samples.id(), 404);
    delete(ADMIN, id, 204);
  }

  @Test
  void databaseThatIsAwayIsAProblemOfTheMoment() {
    var id = ready(false);
    mongo.stop();
    try {
      get(OWNER, IMAGE, id)
          .exchange()
          .expectStatus()
          .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
          .expectHeader()
          .exists("Retry-After")
          .expectHeader()
          .contentType(APPLICATION_PROBLEM_JSON);
      get("", "/actuator/health")
          .exchange()
          .expectBody()
          .jsonPath("$.components.mongo.status")
          .isEqualTo("DOWN");
    } finally {
      mongo.startAgain();
    }
    Awaitility.await().untilAsserted(() -> get(OWNER, IMAGE, id).exchange().expectStatus().isOk());
  }

  @Test
  void whatHasNoRouteIsDenied() {
    request(HttpMethod.POST, ADMIN, "/api/images").exchange().expectStatus().isForbidden();
    request(HttpMethod.POST, ADMIN, IMAGE, Samples.id()).exchange().expectStatus().isForbidden();
    get(ADMIN, "/internal").exchange().expectStatus().isForbidden();
  }

  private void delete(String token, UUID id, int status) {
    request(HttpMethod.DELETE, token, IMAGE, id).exchange().expectStatus().isEqualTo(status);
  }

  /** A problem without what only repeats the request. */
  private String problem(String token, String id, int status) {
    var body =
        get(token, "/api/images/" + id)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(APPLICATION_PROBLEM_JSON)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return body.replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
  }

  private static String expectedReady() {
    var url = "/api/images/$ID/content/%s?v=r3c1pe";
    return """
        {"id": "$ID", "status": "ready", "owner": "user-owner", "itemId": "prod_789",
         "isPrimary": false, "order": 4,
         "originalName": "holiday.png", "mimeType": "image/png", "size": 2457600,
         "dimensions": {"width": 1200, "height": 800, "aspectRatio": "3:2"},
         "altText": "A beach", "caption": "Our beach", "tags": ["beach", "sea"],
         "metadata": {"camera": {"iso": 100}}, "visibility": "public",
         "sharedWith": ["user-friend"],
         "checksums": {"md5": "%s", "sha256": "%s"},
         "url": "LARGE", "urlExpiresAt": null,
         "variants": {
           "large": {"url": "LARGE", "width": 1200, "height": 800, "size": 90, "mimeType": "image/png"},
           "medium": {"url": "MEDIUM", "width": 800, "height": 533, "size": 80, "mimeType": "image/png"},
           "thumbnail": {"url": "THUMBNAIL", "width": 300, "height": 200, "size": 70, "mimeType": "image/png"},
           "tiny": {"url": "TINY", "width": 100, "height": 67, "size": 60, "mimeType": "image/png"},
           "webp": {"url": "WEBP", "width": 1200, "height": 800, "size": 50, "mimeType": "image/webp"},
           "original": {"url": "ORIGINAL", "width": 1200, "height": 800, "size": 100, "mimeType": "image/png"}},
         "srcset": "TINY 100w, THUMBNAIL 300w, MEDIUM 800w, LARGE 1200w",
         "placeholder": "PLACEHOLDER", "dominantColor": "#a0522d",
         "dominantColors": ["#a0522d", "#ffffff"], "averageColor": "#6e7f80",
         "perceptualHash": "00ff00ff00ff00ff", "hasAlpha": true, "frames": 3,
         "takenAt": "2026-08-01T12:00:00", "camera": "Fujifilm X100", "lens": "23 mm",
         "rejection": null, "version": 3, "uploadedAt": "2026-11-21T10:15:30.123Z",
         "processedAt": "2026-11-21T10:15:32.123Z", "updatedAt": "2026-11-21T10:15:32.123Z",
         "deletedAt": null}
        """
        .formatted("a".repeat(32), "b".repeat(64))
        .replace("PLACEHOLDER", Placeholders.dataUrl("1QcSHQRnh493V4dIh4eXh1h4kJUI"))
        .replace("LARGE", url.formatted("large"))
        .replace("MEDIUM", url.formatted("medium"))
        .replace("THUMBNAIL", url.formatted("thumbnail"))
        .replace("TINY", url.formatted("tiny"))
        .replace("WEBP", url.formatted("webp"))
        .replace("ORIGINAL", url.formatted("original"));
  }
}
