package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.idempotency.StoredAnswer;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes answers fit to be kept, and to be given again as they were. */
@Component
class AnswerStorage {

  static final String REPLAYED = "Idempotency-Replayed";

  private final JsonMapper json;

  AnswerStorage(JsonMapper json) {
    this.json = json;
  }

  /** The answer with its body written out, as it is kept. */
  ResponseEntity<Object> plain(ResponseEntity<Object> answer) {
    var body = answer.getBody();
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .contentType(
            Objects.requireNonNullElse(
                answer.getHeaders().getContentType(), MediaType.APPLICATION_JSON))
        .body(body instanceof String text ? text : json.writeValueAsString(body));
  }

  /** What is kept of such an answer. */
  StoredAnswer stored(ResponseEntity<Object> plain) {
    var headers =
        plain.getHeaders().headerSet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> String.join(", ", e.getValue())));
    return new StoredAnswer(
        plain.getStatusCode().value(), headers, String.valueOf(plain.getBody()));
  }

  /** The same answer as before. */
  ResponseEntity<Object> replayed(StoredAnswer answer) {
    return ResponseEntity.status(answer.status())
        .headers(headers -> answer.headers().forEach(headers::set))
        .header(REPLAYED, "true")
        .body(answer.body());
  }
}
