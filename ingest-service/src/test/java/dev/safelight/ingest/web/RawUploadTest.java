package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.Visibility;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A body that is the image itself. */
@IngestWebTest
class RawUploadTest {

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired SpoolFolder spool;

  @AfterEach
  void nothingIsLeft() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void itsFieldsAreInTheQuery() {
    post(
            "?productId=prod_789&isPrimary=1&tags=a&tags[]=b&isPublic=true&order=2&onDuplicate=keep",
            Pictures.png(),
            "attachment; filename=\"x.png\"; filename*=UTF-8''Z%C3%BCrich.png")
        .expectStatus()
        .isCreated();

    var image = pipeline.announced.getFirst();
    assertThat(pipeline.stored.get("uploads/" + image.id())).isEqualTo(Pictures.png());
    assertThat(image.file().claim().name()).isEqualTo("Zürich.png");
    assertThat(image.header().type().mimeType()).isEqualTo("image/png");
    assertThat(image.fields().itemId()).isEqualTo("prod_789");
    assertThat(image.fields().primary()).isTrue();
    assertThat(image.fields().order()).isEqualTo(2);
    assertThat(image.fields().tags()).containsExactly("a", "b");
    assertThat(image.fields().visibility()).isEqualTo(Visibility.PUBLIC);
  }

  @ParameterizedTest
  @CsvSource({
    "attachment; filename=\"C:\\\\dir\\\\a.png\", a.png",
    "inline; filename=../../etc/passwd, passwd",
    "attachment,",
    "attachment; filename=\"..\",",
  })
  void itsNameIsForShow(String disposition, String name) {
    post("", Pictures.png(), disposition).expectStatus().isCreated();

    assertThat(pipeline.announced.getFirst().file().claim().name()).isEqualTo(name);
  }

  @Test
  void isCheckedAsAnyOther() {
    Problem.expected(
            post("?order=99999999999&altText=a&alt_text=b&x=y", Pictures.png(), "inline"),
            400,
            "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(List.of("x", "order", "altText"));
    Problem.expected(post("", "<svg/>".getBytes(UTF_8), "inline"), 415, "unsupported-type");
    Problem.expected(post("", new byte[0], "inline"), 422, "empty-file");
    Problem.expected(post("", new byte[WebSide.MAX_FILE_SIZE + 1], "inline"), 413, "too-large");
    Problem.expected(post("", Pictures.png(), ";;;"), 400, "malformed");
    assertThat(pipeline.announced).isEmpty();
  }

  private ResponseSpec post(String query, byte[] body, String disposition) {
    return http.post()
        .uri("/api/images" + query)
        .header("Authorization", Forms.TOKEN)
        .header("Content-Type", "image/jpeg")
        .header("Content-Disposition", disposition)
        .bodyValue(body)
        .exchange();
  }
}
