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
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** {@code application/json} with the image in base64. */
@IngestWebTest
class JsonUploadTest {

  private static final String BASE64 = Base64.getEncoder().encodeToString(Pictures.png());
  private static final String IMAGE =
      "\"image\": {\"filename\": \"../a.png\", \"content\": \"" + BASE64 + "\"}";

  @Autowired WebTestClient http;
  @Autowired FakePipeline pipeline;
  @Autowired SpoolFolder spool;

  @AfterEach
  void nothingIsLeft() {
    Awaitility.await().untilAsserted(() -> assertThat(spool.own()).isEmptyDirectory());
  }

  @Test
  void saysTheSameAsAForm() {
    post("""
            {"metadata": {"itemId": "prod_789", "is_primary": true, "order": 3,
              "altText": "Zwei Möwen \\uD83D\\uDC26", "description": "two\\nlines", "tags": ["beach", " sun "],
              "metadata": {"camera": "X100", "exact": 0.10}, "isPublic": true, "caption": null,
              "sharedWith": ["user-2"], "variantSet": "standard", "watermark": false,
              "variants": [{"name": "card", "width": 400, "fit": "cover"}],
              "pipeline": [{"type": "rotate", "options": {"angle": 90}}]},
             "image": {"content": "%s", "contentType": "image/gif", "filename": "../Zürich.png"}}
            """
            .formatted(BASE64))
        .expectStatus()
        .isCreated();

    var image = pipeline.announced.getFirst();
    assertThat(pipeline.stored.get("uploads/" + image.id())).isEqualTo(Pictures.png());
    assertThat(image.file().claim().name()).isEqualTo("Zürich.png");
    assertThat(image.header().type().mimeType()).isEqualTo("image/png");
    var card = new RequestedVariant("card", 400, null, Fit.COVER, null, null, null);
    assertThat(image.fields())
        .isEqualTo(
            new ImageFields(
                "prod_789",
                true,
                3,
                "Zwei Möwen 🐦",
                "two\nlines",
                List.of("beach", "sun"),
                "{\"camera\":\"X100\",\"exact\":0.10}",
                Visibility.PUBLIC,
                List.of("user-2"),
                new ProcessingRequest("standard", List.of(card), List.of(new Rotate(90)), false)));
  }

  @Test
  void theImageAloneIsEnoughAndTheQueryHoldsFieldsToo() {
    post("?altText=sea+gulls&tags[]=a&tags[]=b", "{" + IMAGE + "}").expectStatus().isCreated();

    var fields = pipeline.announced.getFirst().fields();
    assertThat(fields.altText()).isEqualTo("sea gulls");
    assertThat(fields.tags()).containsExactly("a", "b");
  }

  @Test
  void aFieldInTheQueryAndInTheBodyIsOneTooMany() {
    var body = "{" + IMAGE + ", \"metadata\": {\"altText\": \"a\", \"tags\": [\"a\"]}}";

    problem(post("?alt_text=b&tags[]=b&colour=red", body), 400, "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(List.of("tags", "colour", "altText"));
    assertThat(pipeline.announced).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    problem(
            post(
                """
                {"image": {"file": "x", "filename": 7, "contentType": [], "content": 5},
                 "photo": {"deep": [1]},
                 "metadata": {"colour": "red", "altText": 5, "tags": "beach", "isPrimary": "true",
                   "order": 3.5, "metadata": "{}", "sharedWith": [1], "tags[]": ["a"]}}
                """),
            400,
            "invalid-fields")
        .jsonPath("$.errors[*].field")
        .isEqualTo(
            List.of(
                "image.file",
                "image.filename",
                "image.contentType",
                "image.content",
                "photo",
                "colour",
                "altText",
                "tags",
                "isPrimary",
                "order",
                "metadata",
                "tags[]",
                "image.content",
                "sharedWith"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "null",
        "{\"image\": {\"content\": \"AAAA\"}} {}",
        "{\"image\": {\"cont",
        "{\"image\": {\"content\": \"AAAA",
        "{'image': 1}",
        "{\"image\": {}, \"image\": {}}",
        "{\"metadata\": {\"metadata\": {\"a\": 1, \"a\": 2}}}",
        "{\"metadata\": {\"a\": 1e}}",
        "{\"image\": {\"content\": \"AAAA\"}}x",
      })
  void whatIsNoSuchDocument(String body) {
    var type = body.isEmpty() || body.equals("[]") || body.equals("7") || body.equals("null");
    problem(post(body), 400, type ? "invalid-fields" : "malformed")
        .jsonPath("$.errors[0].field")
        .isEqualTo("body");
  }

  @Test
  void whatIsNestedWithoutEnd() {
    var body = "{\"metadata\": {\"metadata\": " + "{\"a\":".repeat(5000);

    problem(post(body), 400, "malformed")
        .jsonPath("$.errors[0].message")
        .value(message -> assertThat((String) message).contains("nested too deeply"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data:image/png;base64,AAAA", "AAA", "AA-_", "A", "****", "AAAA====", "AA=A"})
  void whatIsNoBase64(String content) {
    problem(post("{\"image\": {\"content\": \"" + content + "\"}}"), 400, "invalid-fields")
        .jsonPath("$.errors[0].field")
        .isEqualTo("image.content");
  }

  @Test
  void theLimitIsOfTheBytesThatTheTextStandsFor() {
    problem(post(content(WebSide.MAX_FILE_SIZE + 1)), 413, "too-large")
        .jsonPath("$.maxSize")
        .isEqualTo(WebSide.MAX_FILE_SIZE)
        .jsonPath("$.actualSize")
        .isEqualTo(WebSide.MAX_FILE_SIZE + 1);
    problem(post(content(WebSide.MAX_FILE_SIZE)), 415, "unsupported-type");
    problem(post(content(0)), 422, "empty-file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'metadata': {'caption': 'X'}} | 413",
        "{'image': {'filename': 'X'}} | 413",
        "{'metadata': {'tags': [X,X,X]}} | 413",
        "{'metadata': {'metadata': {'a': 'X'}}} | 400",
        "{'photo': ['X']} | 400",
        "{'X': 1} | 400",
      })
  void moreThanAFieldMayHold(String body, int status) {
    var filled = body.replace('\'', '"');
    var value = filled.contains("[X") ? "\"a\",".repeat(5_000) + "\"a\"" : "x".repeat(20_000);

    problem(post(filled.replace("X", value)), status, status == 413 ? "too-large" : "malformed");
  }

  @Test
  void membersWithoutEnd() {
    var body = new StringBuilder("{");
    for (int i = 0; i < 1000; i++) {
      body.append("\"m").append(i).append("\": 1,");
    }
    problem(post(body.toString()), 400, "malformed");
  }

  private static String content(int bytes) {
    return "{\"image\": {\"content\": \""
        + Base64.getEncoder().encodeToString(new byte[bytes])
        + "\"}}";
  }

  private ResponseSpec post(String body) {
    return post("", body);
  }

  private ResponseSpec post(String query, String body) {
    return http.post()
        .uri("/api/images" + query)
        .header("Authorization", Forms.TOKEN)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private static WebTestClient.BodyContentSpec problem(
      ResponseSpec answer, int status, String slug) {
    return Problem.expected(answer, status, slug);
  }
}
