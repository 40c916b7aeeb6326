package dev.safelight.apicontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The document is sound in itself, and the judge who reads it is strict. */
class ApiDocumentTest {

  private static final String LISTED = "{\"images\": [], \"nextCursor\": null}";
  private static final String PROBLEM =
      "{\"type\": \"urn:safelight:problem:unauthorized\", \"title\": \"Sign in first\","
          + " \"status\": 401, \"detail\": \"Do it.\", \"instance\": \"/api/images\"}";

  private final ApiDocument document = ApiDocument.ofThisProject();

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.operations())
        .allSatisfy(operation -> assertThat(broken(operation.node())).isEmpty());
    assertThat(broken(document.components())).isEmpty();
  }

  @Test
  void everyOperationSaysWhatItIsAndWhoAnswers() {
    assertThat(document.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.node().path("summary").asString("")).isNotEmpty();
              assertThat(operation.node().path("tags").size()).isEqualTo(1);
              assertThat(operation.node().path("x-service").asString(""))
                  .isIn("ingest", "metadata");
            });
    assertThat(document.operations().map(it -> it.node().path("operationId").asString("")))
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @Test
  void requestIsFoundByItsPathAndByMethod() {
    assertThat(document.find("GET", "/api/images/abc/content")).isPresent();
    assertThat(document.find("DELETE", "/api/images")).isEmpty();
    assertThat(document.find("GET", "/api/images/abc/content/tiny/more")).isEmpty();
  }

  @Test
  void answerAsDocumentedIsRight() {
    assertThat(mistakes(200, Map.of("Content-Type", "application/json"), LISTED)).isEmpty();
    assertThat(mistakes(401, problemHeaders(), PROBLEM)).isEmpty();
  }

  @Test
  void memberThatIsMissingOrNotDocumentedIsAMistake() {
    var json = Map.of("Content-Type", "application/json");

    assertThat(mistakes(200, json, "{\"images\": []}")).hasSize(1);
    assertThat(mistakes(200, json, LISTED.replace("{", "{\"more\": 1, "))).hasSize(1);
    assertThat(mistakes(200, json, LISTED.replace("[]", "[{}]"))).isNotEmpty();
    assertThat(mistakes(401, problemHeaders(), PROBLEM.replace("{", "{\"host\": \"x\", ")))
        .isNotEmpty();
    assertThat(mistakes(401, problemHeaders(), PROBLEM.replace("unauthorized", "other")))
        .isNotEmpty();
  }

  @Test
  void headerThatIsMissingOrWrongIsAMistake() {
    var type = Map.of("Content-Type", "application/problem+json");
    assertThat(mistakes(401, type, PROBLEM))
        .containsExactly("The header WWW-Authenticate is missing");
    assertThat(
            mistakes(
                401,
                Map.of("Content-Type", "application/problem+json", "WWW-Authenticate", "Basic"),
                PROBLEM))
        .hasSize(1);
  }

  @Test
  void statusAndContentThatAreNotDocumentedAreMistakes() {
    assertThat(mistakes(204, Map.of("Content-Type", "application/json"), LISTED)).isNotEmpty();
    assertThat(mistakes(200, Map.of("Content-Type", "text/html"), "<p>")).isNotEmpty();
    assertThat(mistakes(200, Map.of(), "")).isNotEmpty();
  }

  private List<String> mistakes(int status, Map<String, String> headers, String body) {
    return document.find("GET", "/api/images").orElseThrow().mistakes(status, headers::get, body);
  }

  private static Map<String, String> problemHeaders() {
    return Map.of("Content-Type", "application/problem+json", "WWW-Authenticate", "Bearer");
  }

  private List<String> broken(JsonNode node) {
    return node.findValuesAsString("$ref").stream()
        .filter(
            reference ->
                document
                    .resolved(JsonNodeFactory.instance.objectNode().put("$ref", reference))
                    .isMissingNode())
        .toList();
  }
}
