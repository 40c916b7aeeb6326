package dev.safelight.e2e.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.apicontract.ApiDocument;

/** Compares every answer with {@code docs/openapi.yaml}, whatever the story is about. */
final class Contract {

  private static final ApiDocument DOCUMENT = ApiDocument.ofThisProject();

  /** What only the gateway answers, for addresses that are nobody's. */
  private static final int NOT_FOUND = 404;

  private Contract() {}

  /** Fails, with the whole answer, if the document says otherwise or nothing of it. */
  static void assertKept(Answer answer) {
    var request = answer.response().request();
    var method = request.method();
    var path = request.uri().getPath();
    var documented = DOCUMENT.find(method, path);
    if (documented.isEmpty()) {
      assertThat(answer.status())
          .as("%s %s is not in openapi.yaml", method, path)
          .isEqualTo(NOT_FOUND);
      return;
    }
    var body = new String(answer.bytes(), UTF_8);
    assertThat(documented.get().mistakes(answer.status(), answer::headerOrNull, body))
        .as("%s %s answered otherwise than openapi.yaml says: %s %s", method, path, answer, body)
        .isEmpty();
  }
}
