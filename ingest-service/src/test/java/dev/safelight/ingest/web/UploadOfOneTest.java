package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.ImageFields;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.Visibility;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.RequestedVariant;
import dev.safelight.recipe.Rotate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@IngestWebTest
class UploadOfOneTest {

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired SpoolFolder spool;

  @Test
  void isCreatedAndToldWithEveryMember() {
    var answer =
        Forms.withPicture()
            .field("productId", "prod_789")
            .field("metadata", "{\"camera\": \"X100\", \"exact\": 0.10}")
            .post(http)
            .expectStatus()
            .isCreated()
            .expectHeader()
            .contentType(MediaType.APPLICATION_JSON);

    var image = pipeline.announced.getFirst();
    assertThat(pipeline.stored.get("uploads/" + image.id())).isEqualTo(Pictures.png());
    answer
        .expectHeader()
        .valueEquals("Location", "/api/images/" + image.id())
        .expectHeader()
        .valueEquals("X-Image-ID", image.id().toString())
        .expectBody()
        .json(
            """
            {"id": "%s", "status": "pending", "owner": "user-1", "itemId": "prod_789",
             "isPrimary": false, "order": 0, "originalName": "photo.png", "mimeType": "image/png",
             "size": %d, "dimensions": {"width": 60, "height": 40, "aspectRatio": "3:2"},
             "altText": null, "caption": null, "tags": [],
             "metadata": {"camera": "X100", "exact": 0.10}, "visibility": "private",
             "sharedWith": [], "checksums": {"md5": "%s", "sha256": "%s"}, "url": null,
             "urlExpiresAt": null, "variants": {}, "srcset": null, "placeholder": null,
             "dominantColor": null, "dominantColors": [], "averageColor": null,
             "perceptualHash": null, "hasAlpha": null, "frames": null, "takenAt": null,
             "camera": null, "lens": null, "rejection": null, "version": 1,
             "uploadedAt": "2026-11-21T10:00:00Z", "processedAt": null,
             "updatedAt": "2026-11-21T10:00:00Z", "deletedAt": null}
            """
                .formatted(
                    image.id(),
                    Pictures.png().length,
                    image.file().checksums().md5(),
                    image.file().checksums().sha256()),
            JsonCompareMode.STRICT);
  }

  @Test
  void fieldsMayStandBeforeAndAfterTheFileAndHaveOtherNames() {
    new Forms()
        .field("is_primary", "true")
        .field("tags", "beach")
        .field("alt_text", "Zwei Möwen 🐦")
        .file("files[]", "../Zürich.png", Pictures.png())
        .field("description", "two\nlines")
        .field("order", "3")
        .field("tags[]", "[\"sun\", \" beach \", \"\"]")
        .field("isPublic", "true")
        .field("sharedWith", "user-2")
        .field("itemId", "")
        .post(http)
        .expectStatus()
        .isCreated();

    var image = pipeline.announced.getFirst();
    assertThat(image.file().claim().name()).isEqualTo("Zürich.png");
    assertThat(image.fields())
        .isEqualTo(
            new ImageFields(
                null,
                true,
                3,
                "Zwei Möwen 🐦",
                "two\nlines",
                List.of("beach", "sun"),
                "{}",
                Visibility.PUBLIC,
                List.of("user-2"),
                ProcessingRequest.NONE));
  }

  @Test
  void whatIsToBeMadeOfItGoesWithIt() {
    Forms.withPicture()
        .field("variantSet", "standard")
        .field("variants", "[{\"name\": \"card\", \"width\": 400, \"fit\": \"cover\"}]")
        .field("pipeline", "[{\"type\": \"rotate\", \"options\": {\"angle\": 90}}]")
        .field("watermark", "false")
        .post(http)
        .expectStatus()
        .isCreated();

    var card = new RequestedVariant("card", 400, null, Fit.COVER, null, null, null);
    assertThat(pipeline.announced.getFirst().fields().request())
        .isEqualTo(
            new ProcessingRequest("standard", List.of(card), List.of(new Rotate(90)), false));
  }

  @Test
  void leavesNothingOnTheDisk() {
    Forms.withPicture().post(http).expectStatus().isCreated();
    Forms.withPicture().field("order", "-1").post(http).expectStatus().isEqualTo(422);

    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOutageIsA503AndNothingIsPromised(boolean storeIsAway) {
    if (storeIsAway) {
      pipeline.storing = FakePipeline.away();
    } else {
      pipeline.announcing = FakePipeline.away();
    }

    Forms.withPicture()
        .post(http)
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectHeader()
        .doesNotExist("Location")
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:unavailable");
    assertThat(pipeline.announced).isEmpty();
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void aDefectTellsNothingOfItself() {
    pipeline.announcing = Mono.error(() -> new IllegalStateException("secret of db.internal"));

    var body =
        Forms.withPicture()
            .post(http)
            .expectStatus()
            .isEqualTo(500)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(body).doesNotContain("secret", "IllegalState").contains("problem:internal");
  }

  @Test
  void needsATokenWithTheScope() {
    http.post().uri("/api/images").exchange().expectStatus().isUnauthorized();
    http.post()
        .uri("/api/images")
        .header("Authorization", "Bearer images.read")
        .exchange()
        .expectStatus()
        .isForbidden();
    http.get()
        .uri("/api/images")
        .header("Authorization", Forms.TOKEN)
        .exchange()
        .expectStatus()
        .isForbidden();
  }
}
