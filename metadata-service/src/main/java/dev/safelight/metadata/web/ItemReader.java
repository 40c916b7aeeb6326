package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.item.Demands;
import dev.safelight.metadata.item.ItemDetails;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a client says of an item. */
final class ItemReader {

  static final String OWNER = "owner";
  static final String EVERYONE = "everyone";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Set<String> OF_NEW =
      Set.of(
          "id",
          "kind",
          "name",
          "metadata",
          "minDimensions",
          "maxDimensions",
          "maxSize",
          "contributors");

  /** Members that only we set; a change may give them back as they were got, to no effect. */
  private static final Set<String> READ_ONLY = Set.of("owner", "version", "createdAt", "updatedAt");

  private static final int MAX_METADATA_BYTES = 8 * 1024;

  private final JsonMembers members;

  private ItemReader(JsonMembers members) {
    this.members = members;
  }

  /**
   * An item to be created.
   *
   * @param id as the client wants it; null for one of ours
   */
  record NewItem(@Nullable String id, ItemDetails details) {}

  /**
   * Reads an item to be created.
   *
   * @throws dev.safelight.webapi.ProblemException 400 or 422 with all that is wrong
   */
  static NewItem ofNew(byte @Nullable [] body) {
    var members = new JsonMembers(parse(body)).knowOnly(OF_NEW);
    var id = members.text("id", ItemTexts::isId, ItemTexts.ID_RULE);
    return new NewItem(id, new ItemReader(members).details());
  }

  /**
   * Reads what an item is to become.
   *
   * @throws dev.safelight.webapi.ProblemException 400 or 422 with all that is wrong
   */
  static ItemDetails ofChange(byte @Nullable [] body, String id) {
    var known = new HashSet<>(OF_NEW);
    known.addAll(READ_ONLY);
    var members = new JsonMembers(parse(body)).knowOnly(known);
    members.text("id", id::equals, "The id can't be changed; leave it out.");
    return new ItemReader(members).details();
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
        "Send one JSON object, such as {\"id\": \"shoe-1\", \"kind\": \"product\"}.");
  }

  private ItemDetails details() {
    var kind = members.text("kind", ItemTexts::isKind, ItemTexts.KIND_RULE);
    var name = members.text("name", ItemTexts::isName, ItemTexts.NAME_RULE);
    var contributors =
        members.text("contributors", Set.of(OWNER, EVERYONE)::contains, "Use owner or everyone.");
    var details =
        new ItemDetails(
            Objects.requireNonNullElse(kind, ItemDetails.DEFAULT_KIND),
            name,
            metadata(),
            demands(),
            EVERYONE.equals(contributors));
    members.refuseMistakes();
    return details;
  }

  private String metadata() {
    var object = members.object("metadata");
    var text = object == null ? "{}" : object.toString();
    if (text.getBytes(UTF_8).length > MAX_METADATA_BYTES) {
      members.unacceptable(
          "metadata", "Use at most 8 KB (" + MAX_METADATA_BYTES + " bytes) of JSON.");
    }
    return text;
  }

  private Demands demands() {
    var min = dimensions("minDimensions");
    var max = dimensions("maxDimensions");
    if (min != null && max != null && (min.width() > max.width() || min.height() > max.height())) {
      members.unacceptable("maxDimensions", "Use at least what minDimensions says.");
    }
    return new Demands(min, max, members.whole("maxSize", 1, Long.MAX_VALUE));
  }

  private @Nullable Dimensions dimensions(String name) {
    var inner = members.object(name, Set.of("width", "height"));
    if (inner == null) {
      return null;
    }
    var width = pixels(inner, "width");
    var height = pixels(inner, "height");
    members.add(name, inner);
    return width == null || height == null
        ? null
        : new Dimensions(Math.toIntExact(width), Math.toIntExact(height));
  }

  private static @Nullable Long pixels(JsonMembers dimensions, String name) {
    if (!dimensions.has(name)) {
      dimensions.unacceptable(name, "Give both width and height.");
    }
    return dimensions.whole(name, 1, Integer.MAX_VALUE);
  }
}
