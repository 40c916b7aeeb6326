package dev.safelight.ingest.web;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/** What the JSON form takes for a field. */
enum JsonFieldType {
  TEXT("Use a string.", JsonToken.VALUE_STRING, JsonToken.VALUE_STRING),
  BOOLEAN("Use true or false.", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
  NUMBER("Use a whole number.", JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_INT),
  ARRAY("Use an array.", JsonToken.START_ARRAY, JsonToken.START_ARRAY),
  OBJECT("Use an object.", JsonToken.START_OBJECT, JsonToken.START_OBJECT);

  private static final Map<String, JsonFieldType> BY_FIELD =
      Map.ofEntries(
          Map.entry("itemId", TEXT),
          Map.entry("productId", TEXT),
          Map.entry("isPrimary", BOOLEAN),
          Map.entry("is_primary", BOOLEAN),
          Map.entry("altText", TEXT),
          Map.entry("alt_text", TEXT),
          Map.entry("caption", TEXT),
          Map.entry("description", TEXT),
          Map.entry("order", NUMBER),
          Map.entry("tags", ARRAY),
          Map.entry("metadata", OBJECT),
          Map.entry("visibility", TEXT),
          Map.entry("isPublic", BOOLEAN),
          Map.entry("sharedWith", ARRAY),
          Map.entry("variants", ARRAY),
          Map.entry("pipeline", ARRAY),
          Map.entry("watermark", BOOLEAN),
          Map.entry("variantSet", TEXT));

  private final String demand;
  private final JsonToken one;
  private final JsonToken other;

  JsonFieldType(String demand, JsonToken one, JsonToken other) {
    this.demand = demand;
    this.one = one;
    this.other = other;
  }

  /** That of a field, if there is such a field. */
  static Optional<JsonFieldType> of(String field) {
    return Optional.ofNullable(BY_FIELD.get(field));
  }

  /** What to tell who sends something else. */
  String demand() {
    return demand;
  }

  boolean takes(JsonValues value) {
    return value.is(one) || value.is(other);
  }
}
