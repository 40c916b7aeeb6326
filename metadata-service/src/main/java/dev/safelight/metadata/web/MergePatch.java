package dev.safelight.metadata.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Merge patches (RFC 7396). */
final class MergePatch {

  private MergePatch() {}

  /** What {@code patch} makes of {@code target}, which stays as it is. */
  static ObjectNode apply(JsonNode target, JsonNode patch) {
    var merged = JsonNodeFactory.instance.objectNode();
    if (target instanceof ObjectNode object) {
      merged.setAll(object);
    }
    patch.properties().forEach(member -> merge(merged, member.getKey(), member.getValue()));
    return merged;
  }

  private static void merge(ObjectNode merged, String name, JsonNode value) {
    if (value.isNull()) {
      merged.remove(name);
    } else if (value.isObject()) {
      var there = merged.get(name);
      merged.set(name, apply(there == null ? JsonNodeFactory.instance.objectNode() : there, value));
    } else {
      merged.set(name, value);
    }
  }
}
