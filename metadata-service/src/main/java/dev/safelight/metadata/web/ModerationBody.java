package dev.safelight.metadata.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a moderator decides.
 *
 * @param approved whether others may see the image
 * @param reason a sentence for the owner
 */
record ModerationBody(boolean approved, @Nullable String reason) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final String DECISION = "decision";
  private static final String APPROVE = "approve";
  private static final Set<String> DECISIONS = Set.of(APPROVE, "refuse");
  private static final int REASON_CHARS = 500;

  /**
   * Reads a request.
   *
   * @throws dev.safelight.webapi.ProblemException 400 or 422 with all that is wrong
   */
  static ModerationBody of(byte @Nullable [] body) {
    var members = new JsonMembers(parse(body)).knowOnly(Set.of(DECISION, "reason"));
    var decision = members.text(DECISION, DECISIONS::contains, "Use approve or refuse.");
    var reason =
        members.text(
            "reason",
            text -> text.codePointCount(0, text.length()) <= REASON_CHARS,
            "Use at most " + REASON_CHARS + " characters.");
    if (!members.has(DECISION)) {
      members.unacceptable(DECISION, "Use approve or refuse.");
    }
    members.refuseMistakes();
    return new ModerationBody(APPROVE.equals(decision), reason);
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
    throw ItemRefusals.malformed("Send one JSON object, such as {\"decision\": \"approve\"}.");
  }
}
