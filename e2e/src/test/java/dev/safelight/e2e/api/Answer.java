package dev.safelight.e2e.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server said.
 *
 * @param status HTTP status
 * @param response all the rest
 */
public record Answer(int status, HttpResponse<byte[]> response) {

  private static final JsonMapper JSON = new JsonMapper();

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response);
  }

  /** Insists on a status, and shows the whole answer where it is another. */
  public Answer expect(int expected) {
    Assertions.assertThat(status).as(() -> text()).isEqualTo(expected);
    return this;
  }

  /** The body as JSON. */
  public JsonNode json() {
    return JSON.readTree(bytes());
  }

  /** A member of the body as text. */
  public String text(String member) {
    return json().path(member).asString();
  }

  /** The body as it came. */
  public byte[] bytes() {
    return response.body();
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String headerOrNull(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  private String text() {
    return response + ": " + new String(bytes(), StandardCharsets.UTF_8);
  }
}
