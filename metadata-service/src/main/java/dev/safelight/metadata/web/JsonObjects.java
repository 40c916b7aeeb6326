package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects that clients send, or sent, about images. */
final class JsonObjects {

  /** Far more than anybody means, and far less than what is costly to walk through. */
  private static final int MAX_DEPTH = 33;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonObjects() {}

  /** The object that a text or body is, if it is one. */
  static Optional<ObjectNode> parse(byte @Nullable [] body) {
    try {
      return JSON.readTree(body == null ? new byte[0] : body) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** One that was checked when it came in. */
  static ObjectNode kept(String text) {
    return parse(text.getBytes(UTF_8)).orElseGet(JsonNodeFactory.instance::objectNode);
  }
}
