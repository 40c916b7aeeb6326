package dev.safelight.metadata.web;

import dev.safelight.metadata.link.LinkRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what signed address a client wants. */
final class LinkReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Set<String> KNOWN = Set.of("variant", "expiresIn", "purpose");
  private static final long LONGEST = Duration.ofDays(7).toSeconds();
  private static final long DEFAULT = Duration.ofHours(1).toSeconds();
  private static final int NAME_CHARS = 100;
  private static final int PURPOSE_CHARS = 200;

  private LinkReader() {}

  /**
   * Reads a request.
   *
   * @throws dev.safelight.webapi.ProblemException 400 or 422 with all that is wrong
   */
  static LinkRequest of(byte @Nullable [] body, String network) {
    var members = new JsonMembers(parse(body)).knowOnly(KNOWN);
    var variant =
        members.text("variant", text -> text.length() <= NAME_CHARS, "Use the name of a variant.");
    var seconds = members.whole("expiresIn", 1, LONGEST);
    var purpose =
        members.text(
            "purpose",
            LinkReader::isPurpose,
            "Use at most " + PURPOSE_CHARS + " characters, and no control characters.");
    members.refuseMistakes();
    var validity = Duration.ofSeconds(Objects.requireNonNullElse(seconds, DEFAULT));
    return new LinkRequest(variant, validity, purpose, network);
  }

  private static boolean isPurpose(String text) {
    return text.codePointCount(0, text.length()) <= PURPOSE_CHARS
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  private static JsonNode parse(byte @Nullable [] body) {
    try {
      var parsed = JSON.readTree(body == null ? new byte[0] : body);
      if (parsed.isObject()) {
        return parsed;
      }
    } catch (JacksonException e) {
      // Told below, as anything else that is no object.
    }
    throw ItemRefusals.malformed(
        "Send one JSON object, such as {\"variant\": \"large\", \"expiresIn\": 3600}.");
  }
}
