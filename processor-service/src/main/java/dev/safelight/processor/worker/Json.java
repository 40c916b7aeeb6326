package dev.safelight.processor.worker;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The facts in messages. Only types that are named here by a caller are ever read. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private Json() {}

  static byte[] write(Object facts) {
    return MAPPER.writeValueAsBytes(facts);
  }

  /** Refuses what is no JSON of that type, or has values that the type refuses. */
  static <T> T read(byte[] facts, Class<T> type) throws GarbageException {
    try {
      var read = MAPPER.readValue(facts, type);
      if (read == null) {
        throw new GarbageException("Nothing where a " + type.getSimpleName() + " was expected");
      }
      return read;
    } catch (JacksonException e) {
      throw new GarbageException("No " + type.getSimpleName() + " is written like this", e);
    }
  }
}
