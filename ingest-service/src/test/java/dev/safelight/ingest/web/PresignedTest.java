package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.Fate;
import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** Uploads straight to the store. */
@ResumableWebTest
class PresignedTest {

  private static final byte[] PNG = Pictures.png();

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired FakeUploads fake;
  @Autowired SpoolFolder spool;

  @AfterEach
  void nothingIsLeftOnTheDisk() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void saysWhereToSendAFileAndWhatWith() {
    open("{\"filename\":\"a.png\",\"contentType\":\"image/png\",\"size\":100}")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.uploadId")
        .isEqualTo(fake.uploads.keySet().iterator().next().toString())
        .jsonPath("$.method")
        .isEqualTo("PUT")
        .jsonPath("$.url")
        .value(url -> assertThat((String) url).startsWith("http://store.test/incoming/"))
        .jsonPath("$.headers['content-type']")
        .isEqualTo("image/png")
        .jsonPath("$.expiresAt")
        .isEqualTo("2026-11-21T10:15:00Z");
  }

  @Test
  void whatWasSentAndCompletedIsAnImageLikeAnyOther() {
    var id = sent("{\"filename\":\"a.png\",%s,\"tags\":[\"x\",\"y\"],\"order\":3,\"itemId\":null}");

    complete(id)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .location("/api/images/" + id)
        .expectHeader()
        .valueEquals("X-Image-ID", id)
        .expectBody()
        .jsonPath("$.id")
        .isEqualTo(id)
        .jsonPath("$.status")
        .isEqualTo("pending")
        .jsonPath("$.originalName")
        .isEqualTo("a.png")
        .jsonPath("$.tags")
        .isEqualTo(List.of("x", "y"))
        .jsonPath("$.order")
        .isEqualTo(3);
    assertThat(pipeline.stored.get("uploads/" + id)).isEqualTo(PNG);
    assertThat(fake.objects).isEmpty();
  }

  @Test
  void whoAsksAgainIsToldTheSame() {
    var id = sent("{%s}");
    var first = complete(id).expectBody(String.class).returnResult().getResponseBody();

    complete(id).expectStatus().isCreated().expectBody(String.class).isEqualTo(first);

    assertThat(pipeline.announced).hasSize(1);
    pipeline.fates = image -> new Fate.Ready("{\"status\":\"ready\"}");
    complete(id, "Prefer", "wait=5")
        .expectHeader()
        .valueEquals("Preference-Applied", "wait=5")
        .expectBody()
        .json("{\"status\":\"ready\"}");
  }

  @Test
  void allThatIsWrongIsToldBeforeAByteIsSent() {
    problem(
            open(
                "{\"contentType\":\"picture\",\"size\":-1,\"sha256\":\"abc\",\"colour\":\"red\","
                    + "\"order\":\"first\"}"),
            400,
            "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(List.of("contentType", "size", "sha256", "colour", "order"));
    problem(
            open("{\"contentType\":\"image/png\",\"size\":1,\"visibility\":\"friends\"}"),
            422,
            "invalid-fields")
        .jsonPath("$.errors[0].field")
        .isEqualTo("visibility");
    problem(open("{\"contentType\":\"image/png\",\"size\":100001}"), 413, "too-large")
        .jsonPath("$.maxSize")
        .isEqualTo(WebSide.MAX_FILE_SIZE);
    assertThat(fake.uploads).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"size\":1,\"size\":2}"})
  void whatIsNoDescription(String body) {
    problem(open(body), 400, "malformed");
  }

  @Test
  void descriptionsHaveAnEnd() {
    problem(open("{\"caption\":\"" + "x".repeat(70_000) + "\"}"), 413, "too-large");
  }

  @Test
  void whatHasNotBeenSentCannotBeCompleted() {
    var id = opened("{%s}");

    problem(complete(id), 409, "upload-incomplete");

    fake.objects.put("incoming/" + id, PNG);
    complete(id).expectStatus().isCreated();
  }

  @Test
  void anotherFileThanTheAnnouncedIsRefused() {
    var id = sent("{%s,\"sha256\":\"" + "A1".repeat(32) + "\"}");

    problem(complete(id), 422, "digest-mismatch");

    assertThat(pipeline.announced).isEmpty();
  }

  @Test
  void whatIsRefusedIsJudgedAgain() {
    var id = sent("{%s}");
    fake.objects.put("incoming/" + id, Pictures.cutOffPng());

    problem(complete(id), 422, "unreadable");
    problem(complete(id), 422, "unreadable");

    fake.objects.put("incoming/" + id, PNG);
    complete(id).expectStatus().isCreated();
  }

  @Test
  void moreBytesThanAllowedAreNotTaken() {
    var id = sent("{%s}");
    fake.objects.put("incoming/" + id, new byte[WebSide.MAX_FILE_SIZE + 1]);

    problem(complete(id), 413, "too-large");
  }

  @Test
  void anOutageTakesNothing() {
    var id = sent("{%s}");
    pipeline.announcing = FakePipeline.away();

    problem(complete(id), 503, "unavailable");
    assertThat(fake.objects).containsKey("incoming/" + id);
    pipeline.announcing = Mono.empty();

    complete(id).expectStatus().isCreated().expectHeader().valueEquals("X-Image-ID", id);
  }

  @Test
  void twoAtATimeDoNotBothComplete() {
    var id = sent("{%s}");
    fake.locks.put(UUID.fromString(id), "somebody else's");

    var answer = complete(id);

    problem(answer, 409, "upload-locked");
    answer.expectHeader().valueEquals("Retry-After", "15");
  }

  @Test
  void uploadsOfOthersExpiredOnesAndNonsenseAreTheSame() {
    var others = kept("user-2", Instant.parse("2026-11-21T11:00:00Z"));
    var expired = kept("user-1", Instant.parse("2026-11-21T10:00:00Z"));

    for (var id : List.of(others, expired, UUID.randomUUID().toString(), "nonsense")) {
      problem(complete(id), 404, "not-found");
    }
  }

  @Test
  void onlySoManyMayBeOpen() {
    for (int i = 0; i < ResumableWebSide.MOST_OPEN; i++) {
      opened("{%s}");
    }

    problem(open("{\"contentType\":\"image/png\",\"size\":1}"), 429, "too-many-uploads");
    assertThat(fake.uploads).hasSize(ResumableWebSide.MOST_OPEN);
  }

  @Test
  void nobodyUploadsWithoutTheScope() {
    for (var path : List.of("/api/uploads/presigned", "/api/uploads/1/complete")) {
      http.post().uri(path).exchange().expectStatus().isUnauthorized();
      http.post()
          .uri(path)
          .header("Authorization", "Bearer images.read")
          .exchange()
          .expectStatus()
          .isForbidden();
    }
  }

  private String kept(String owner, Instant expiresAt) {
    var announced =
        new AnnouncedFile(new FileClaim(null, "image/png"), 10, null, Map.of(), OnDuplicate.KEEP);
    var id = UUID.randomUUID();
    fake.uploads.put(id, OpenUpload.begun(id, new Uploader(owner, false), announced, expiresAt));
    fake.objects.put("incoming/" + id, PNG);
    return id.toString();
  }

  private String sent(String body) {
    var id = opened(body);
    fake.objects.put("incoming/" + id, PNG);
    return id;
  }

  private String opened(String body) {
    var known = List.copyOf(fake.uploads.keySet());
    open(body.formatted("\"contentType\":\"image/png\",\"size\":" + PNG.length))
        .expectStatus()
        .isCreated();
    return fake.uploads.keySet().stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private ResponseSpec open(String body) {
    return http.post()
        .uri("/api/uploads/presigned")
        .header("Authorization", Forms.TOKEN)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private ResponseSpec complete(String id, String... header) {
    var request =
        http.post().uri("/api/uploads/" + id + "/complete").header("Authorization", Forms.TOKEN);
    if (header.length > 0) {
      request.header(header[0], header[1]);
    }
    return request.exchange();
  }

  private static BodyContentSpec problem(ResponseSpec answer, int status, String slug) {
    return answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:" + slug);
  }
}
