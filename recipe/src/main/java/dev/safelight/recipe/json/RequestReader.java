package dev.safelight.recipe.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.RequestError;
import dev.safelight.recipe.RequestedVariant;
import dev.safelight.recipe.Step;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads one request of a client strictly, and notes all that is wrong with it. What is read is of
 * no use if anything is.
 */
public final class RequestReader {

  /** Most bytes of the JSON of a field. */
  public static final int MAX_BYTES = 16 * 1024;

  private final Findings malformed = new Findings();
  private final Findings unacceptable = new Findings();

  /** What could not be read at all. */
  public List<RequestError> malformed() {
    return malformed.all();
  }

  /** What could be read, but is not to be had. */
  public List<RequestError> unacceptable() {
    return unacceptable.all();
  }

  /** The variants in a JSON array; none of null. */
  public List<RequestedVariant> variants(@Nullable String json) {
    return read("variants", json, this::variants);
  }

  /** The steps in a JSON array; none of null. */
  public List<Step> pipeline(@Nullable String json) {
    return read("pipeline", json, this::pipeline);
  }

  List<RequestedVariant> variants(JsonNode array) {
    return Elements.read(
        array, "variants", ProcessingRequest.MOST_VARIANTS, unacceptable, new VariantJson()::read);
  }

  List<Step> pipeline(JsonNode array) {
    return Elements.read(
        array,
        "pipeline",
        ProcessingRequest.MOST_STEPS,
        unacceptable,
        (members, index) -> StepJson.read(members));
  }

  private <T> List<T> read(
      String field, @Nullable String json, Function<JsonNode, List<T>> elements) {
    if (json == null) {
      return List.of();
    }
    if (json.getBytes(UTF_8).length > MAX_BYTES) {
      unacceptable.add(field, "Use at most 16 KB (" + MAX_BYTES + " bytes) of JSON.");
      return List.of();
    }
    try {
      return elements.apply(StrictJson.parse(json));
    } catch (JacksonException e) {
      malformed.add(field, "Use valid JSON, each member once and not nested deeply.");
      return List.of();
    }
  }

  Members root(JsonNode node) {
    return Members.of(node, "", unacceptable);
  }
}
