package dev.safelight.apicontract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An operation of the document, and how its answers are judged. */
public final class DocumentedRequest {

  static final Comparator<DocumentedRequest> BY_VARIABLES =
      Comparator.comparingLong(request -> request.path.chars().filter(c -> c == '{').count());

  private final ApiDocument document;
  private final String method;
  private final String path;
  private final JsonNode node;

  DocumentedRequest(ApiDocument document, String method, String path, JsonNode node) {
    this.document = document;
    this.method = method;
    this.path = path;
    this.node = node;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  JsonNode node() {
    return node;
  }

  boolean matches(String asked, String askedPath) {
    return method.equals(asked.toLowerCase(Locale.ROOT))
        && Stream.concat(Stream.of(path), aliases())
            .anyMatch(known -> askedPath.matches(known.replaceAll("\\{[^}]*}", "[^/]+")));
  }

  private Stream<String> aliases() {
    return node.path("x-also-at").valueStream().map(JsonNode::asString);
  }

  /**
   * What the document does not say of an answer, or says otherwise.
   *
   * @param status of the answer
   * @param header value of a header by its name; null if the answer has no such header
   * @param body of the answer as text; it is looked at if it is JSON
   */
  public List<String> mistakes(int status, Function<String, @Nullable String> header, String body) {
    var responses = node.path("responses");
    var documented = responses.path(String.valueOf(status));
    var response = documented.isMissingNode() ? responses.path("default") : documented;
    if (response.isMissingNode()) {
      return List.of("The status " + status + " is not documented");
    }
    var mistakes = new ArrayList<>(wrongHeaders(document.resolved(response), header));
    mistakes.addAll(wrongContent(document.resolved(response), header.apply("Content-Type"), body));
    return mistakes;
  }

  private List<String> wrongHeaders(JsonNode response, Function<String, @Nullable String> header) {
    var mistakes = new ArrayList<String>();
    response
        .path("headers")
        .forEachEntry(
            (name, reference) -> {
              var documented = document.resolved(reference);
              var value = header.apply(name);
              if (value != null) {
                document
                    .mistakes(documented.path("schema"), json(documented, value))
                    .forEach(mistake -> mistakes.add("header " + name + mistake));
              } else if (documented.path("required").asBoolean(false)) {
                mistakes.add("The header " + name + " is missing");
              }
            });
    return mistakes;
  }

  /** A header is a text, unless its schema says that it is a number. */
  private String json(JsonNode header, String value) {
    var number = header.path("schema").path("type").asString("").equals("integer");
    return number && value.matches("[0-9]+") ? value : '"' + value.replace("\"", "\\\"") + '"';
  }

  private List<String> wrongContent(JsonNode response, @Nullable String type, String body) {
    var content = response.path("content");
    if (type == null) {
      return content.isMissingNode() || (body.isEmpty() && method.equals("head"))
          ? List.of()
          : List.of("It has no content");
    }
    var plain = type.replaceFirst(";.*", "").strip();
    var documented = content.path(plain);
    if (documented.isMissingNode()) {
      return List.of("The content type " + plain + " is not documented");
    }
    return plain.endsWith("json") && !method.equals("head")
        ? document.mistakes(documented.path("schema"), body)
        : List.of();
  }
}
