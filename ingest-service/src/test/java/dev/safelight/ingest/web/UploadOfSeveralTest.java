package dev.safelight.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.SpoolFolder;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@IngestWebTest
class UploadOfSeveralTest {

  private static final byte[] NO_IMAGE = {1, 2, 3};

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired SpoolFolder spool;

  @Test
  void eachFileIsTakenOrRefusedOnItsOwn() {
    new Forms()
        .file("files", "one.png", Pictures.png())
        .file("files", "big.png", new byte[WebSide.MAX_FILE_SIZE + 1])
        .field("tags", "both")
        .file("file", "two.gif", Pictures.drawn("gif", 10, 10))
        .post(http)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .doesNotExist("Location")
        .expectBody()
        .jsonPath("$.images[*].originalName")
        .isEqualTo(List.of("one.png", "two.gif"))
        .jsonPath("$.images[*].tags[0]")
        .isEqualTo(List.of("both", "both"))
        .jsonPath("$.images[1].mimeType")
        .isEqualTo("image/gif")
        .jsonPath("$.errors.length()")
        .isEqualTo(1)
        .jsonPath("$.errors[0].file")
        .isEqualTo("big.png")
        .jsonPath("$.errors[0].type")
        .isEqualTo("urn:safelight:problem:too-large")
        .jsonPath("$.errors[0].status")
        .isEqualTo(413)
        .jsonPath("$.errors[0].maxSize")
        .isEqualTo(WebSide.MAX_FILE_SIZE);
    assertThat(pipeline.announced).hasSize(2);
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void whereNoneIsTakenTheFirstSaysWhyAndAllAreListed() {
    new Forms()
        .file("files", "a.png", NO_IMAGE)
        .file("files", "b.png", new byte[0])
        .post(http)
        .expectStatus()
        .isEqualTo(415)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:safelight:problem:unsupported-type")
        .jsonPath("$.errors[*].file")
        .isEqualTo(List.of("a.png", "b.png"))
        .jsonPath("$.errors[*].status")
        .isEqualTo(List.of(415, 422));
  }

  @Test
  void whereNoneIsTakenForOurFaultItIsWorthTryingAgain() {
    pipeline.storing = FakePipeline.away();
    new Forms()
        .file("files", "a.png", NO_IMAGE)
        .file("files", "b.png", Pictures.png())
        .post(http)
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.errors[*].status")
        .isEqualTo(List.of(415, 503));
  }

  @Test
  void allIsCreatedWhereAllIsFine() {
    new Forms()
        .file("files", "a.png", Pictures.png())
        .file("files", "a.png", Pictures.png())
        .post(http)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(2)
        .jsonPath("$.errors")
        .isEmpty();
  }
}
