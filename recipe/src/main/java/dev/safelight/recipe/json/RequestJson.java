package dev.safelight.recipe.json;

import dev.safelight.recipe.ProcessingRequest;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request as one JSON object with the members {@code variantSet}, {@code variants}, {@code
 * pipeline} and {@code watermark}, as clients write them. What is not asked for is absent; options
 * of steps are all there.
 */
public final class RequestJson {

  private RequestJson() {}

  /** Writes a request; the same request gives the same text. */
  public static String write(ProcessingRequest request) {
    var members = JsonNodeFactory.instance.objectNode();
    if (request.set() != null) {
      members.put("variantSet", request.set());
    }
    if (!request.variants().isEmpty()) {
      var variants = members.putArray("variants");
      request.variants().forEach(variant -> VariantJson.write(variant, variants));
    }
    if (!request.pipeline().isEmpty()) {
      var steps = members.putArray("pipeline");
      request.pipeline().forEach(step -> StepJson.write(step, steps));
    }
    if (request.watermark() != null) {
      members.put("watermark", request.watermark());
    }
    return members.toString();
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static ProcessingRequest read(String json) {
    var reader = new RequestReader();
    try {
      var request = read(reader.root(StrictJson.parse(json)), reader);
      if (reader.unacceptable().isEmpty()) {
        return request;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("A request is not in JSON", e);
    }
    throw new IllegalArgumentException("A request is not readable: " + reader.unacceptable());
  }

  private static ProcessingRequest read(Members members, RequestReader reader) {
    var variants = members.get("variants");
    var pipeline = members.get("pipeline");
    var request =
        new ProcessingRequest(
            members.text("variantSet"),
            variants == null ? List.of() : reader.variants(variants),
            pipeline == null ? List.of() : reader.pipeline(pipeline),
            members.bool("watermark"));
    members.refuseOthers();
    return request;
  }
}
