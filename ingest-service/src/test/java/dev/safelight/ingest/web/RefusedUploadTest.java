package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import dev.safelight.ingest.upload.SpoolFolder;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Every problem an uploader can have, with its members. */
@IngestWebTest
class RefusedUploadTest {

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired SpoolFolder spool;

  @AfterEach
  void nothingWasTakenAndNothingIsLeft() {
    assertThat(pipeline.announced).isEmpty();
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void tooManyBytes() {
    Problem.expected(file(new byte[WebSide.MAX_FILE_SIZE + 1]), 413, "too-large")
        .jsonPath("$.maxSize")
        .isEqualTo(WebSide.MAX_FILE_SIZE)
        .jsonPath("$.actualSize")
        .isEqualTo(WebSide.MAX_FILE_SIZE + 1)
        .jsonPath("$.instance")
        .isEqualTo("/api/images")
        .jsonPath("$.traceId")
        .isNotEmpty()
        .jsonPath("$.detail")
        .isNotEmpty();
  }

  @Test
  void noImageWhateverIsDeclared() {
    Problem.expected(file("<svg onload='alert(1)'/>".getBytes(UTF_8)), 415, "unsupported-type")
        .jsonPath("$.receivedType")
        .isEqualTo("image/svg+xml")
        .jsonPath("$.allowedTypes.length()")
        .isEqualTo(6);
  }

  @Test
  void tooManyPixels() {
    Problem.expected(file(Pictures.pngThatClaims(50_000, 50_000)), 422, "dimensions")
        .jsonPath("$.errors[0].field")
        .isEqualTo("file");
  }

  @Test
  void cutOffAndEmptyFiles() {
    Problem.expected(file(Pictures.cutOffPng()), 422, "unreadable")
        .jsonPath("$.errors[0].field")
        .isEqualTo("file");
    Problem.expected(file(new byte[0]), 422, "empty-file");
  }

  @Test
  void noFile() {
    Problem.expected(new Forms().field("caption", "x").post(http), 400, "invalid-fields")
        .jsonPath("$.errors[0].field")
        .isEqualTo("file");
    Problem.expected(new Forms().file("file", "", new byte[0]).post(http), 400, "invalid-fields");
  }

  @Test
  void moreFilesThanAllowed() {
    var form = new Forms();
    for (int i = 0; i < 4; i++) {
      form.file("files", i + ".png", Pictures.png());
    }
    Problem.expected(form.post(http), 422, "too-many-files").jsonPath("$.maxFiles").isEqualTo(3);
  }

  @Test
  void allThatIsMalformedIsToldAtOnce() {
    Problem.expected(
            Forms.withPicture()
                .field("colour", "red")
                .file("avatar", "a.png", Pictures.png())
                .field("order", "first")
                .field("isPrimary", "perhaps")
                .field("metadata", "{\"a\":1} {")
                .field("tags", "[1]")
                .field("altText", "a")
                .field("alt_text", "b")
                .field("visibility", "public")
                .field("isPublic", "false")
                .field("caption", "c".repeat(501))
                .post(http),
            400,
            "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(
            List.of(
                "avatar",
                "colour",
                "isPrimary",
                "order",
                "altText",
                "tags",
                "metadata",
                "visibility",
                "caption"));
  }

  @Test
  void whatIsWellFormedButUnacceptableIsAnother() {
    Problem.expected(
            Forms.withPicture()
                .field("visibility", "friends")
                .field("order", "-1")
                .field("metadata", "[]")
                .field("tags", "x".repeat(51))
                .post(http),
            422,
            "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(List.of("visibility", "order", "tags", "metadata"))
        .jsonPath("$.errors[1].message")
        .isEqualTo("Use 0 or more.");
  }

  @Test
  void whatCannotBeMadeIsToldByItsPath() {
    Problem.expected(
            Forms.withPicture()
                .field("variantSet", "none")
                .field("variants", "[{\"name\": \"a\", \"width\": 0}, {\"name\": \"a\"}]")
                .field("pipeline", "[{\"type\": \"blur\", \"options\": {\"radius\": -1}}]")
                .field("watermark", "true")
                .field("order", "-1")
                .post(http),
            422,
            "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(
            List.of(
                "variants[0].width",
                "variants[1].name",
                "pipeline[0].options.radius",
                "variantSet",
                "watermark",
                "order"))
        .jsonPath("$.errors[0].message")
        .isEqualTo("Use a whole number from 1 to 12000.");
  }

  @Test
  void whatIsToBeMadeHasToBeJson() {
    Problem.expected(
            Forms.withPicture()
                .field("variants", "name: a")
                .field("pipeline", "[{}")
                .field("watermark", "perhaps")
                .post(http),
            400,
            "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(List.of("watermark", "variants", "pipeline"));
  }

  @Test
  void aFieldOfTooManyBytes() {
    Problem.expected(
            Forms.withPicture().field("caption", "c".repeat(20_000)).post(http), 413, "too-large")
        .jsonPath("$.maxSize")
        .isEqualTo(16 * 1024);
  }

  @ParameterizedTest
  @CsvSource({"application/xml, <a/>", "application/x-www-form-urlencoded, a=b", "text/plain, x"})
  void anotherKindOfBody(String type, String content) {
    Problem.expected(post(type, content), 415, "unsupported-type")
        .jsonPath("$.allowedTypes")
        .isEqualTo(List.of("multipart/form-data", "application/json", "image/*"))
        .jsonPath("$.receivedType")
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data, no boundary",
    "multipart/form-data; boundary=x, not a form",
    "multipart/form-data; boundary=x, ''",
  })
  void whatIsNoForm(String type, String content) {
    Problem.expected(post(type, content), 400, "malformed");
  }

  @Test
  void aFormThatIsCutOff() {
    Problem.expected(
        post(
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=file; filename=a.png\r\n\r\nbytes"),
        400,
        "malformed");
  }

  @Test
  void headersOfAPartWithoutEnd() {
    Problem.expected(
        post(
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=" + "n".repeat(10_000)),
        413,
        "too-large");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Content-Type: text/plain",
        "Content-Disposition: form-data",
        "Content-Disposition: ;;;",
        "Content-Disposition: form-data; name=file; filename*=UTF-8''%zz",
      })
  void partsThatDoNotSayWhatTheyAre(String header) {
    Problem.expected(
        post("multipart/form-data; boundary=x", "--x\r\n" + header + "\r\n\r\nabc\r\n--x--\r\n"),
        400,
        "malformed");
  }

  @Test
  void morePartsThanAnyImageNeeds() {
    var form = Forms.withPicture();
    for (int i = 0; i < 300; i++) {
      form.field("tags", "t");
    }
    Problem.expected(form.post(http), 400, "malformed")
        .jsonPath("$.detail")
        .isEqualTo("A form may have at most 206 parts. Send fewer.");
  }

  private ResponseSpec file(byte[] content) {
    return new Forms().file("file", "photo.jpg", content).post(http);
  }

  private ResponseSpec post(String type, String content) {
    return http.post()
        .uri("/api/images")
        .header("Authorization", Forms.TOKEN)
        .header("Content-Type", type)
        .bodyValue(content)
        .exchange();
  }
}
