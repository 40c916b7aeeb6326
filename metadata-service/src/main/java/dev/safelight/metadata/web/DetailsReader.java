package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.Placement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is to be said of an image. */
final class DetailsReader {

  static final Set<String> MEMBERS =
      Set.of(
          "altText", "caption", "tags", "metadata", "visibility", "sharedWith", "order", "itemId");

  private static final String PUBLIC = "public";
  private static final String PRIVATE = "private";
  private static final int MAX_ALT_TEXT = 255;
  private static final int MAX_CAPTION = 500;
  private static final int MAX_TAGS = 10;
  private static final int MAX_SHARED_WITH = 50;
  private static final int MAX_METADATA_BYTES = 8 * 1024;

  private final JsonMembers members;
  private final ImageDetails before;

  DetailsReader(JsonMembers members, ImageDetails before) {
    this.members = members;
    this.before = before;
  }

  /**
   * What is said then.
   *
   * @throws dev.safelight.webapi.ProblemException 400 or 422 with all that is wrong
   */
  ImageDetails read() {
    var details = new ImageDetails(placement(), description(), audience());
    members.refuseMistakes();
    return details;
  }

  private Placement placement() {
    var itemId = stripped(members.text("itemId", DetailTexts::isId, DetailTexts.ID_RULE));
    var order = members.whole("order", 0, Integer.MAX_VALUE);
    return new Placement(itemId, order == null ? 0 : Math.toIntExact(order));
  }

  private Description description() {
    return new Description(
        text("altText", MAX_ALT_TEXT), text("caption", MAX_CAPTION), tags(), metadata());
  }

  private Audience audience() {
    var visibility =
        members.text("visibility", Set.of(PRIVATE, PUBLIC)::contains, "Use private or public.");
    var sharedWith = members.texts("sharedWith");
    if (sharedWith.size() > MAX_SHARED_WITH) {
      members.unacceptable("sharedWith", "Share with at most " + MAX_SHARED_WITH + " accounts.");
    }
    if (!sharedWith.stream().allMatch(DetailTexts::isId)) {
      members.unacceptable("sharedWith", DetailTexts.ID_RULE);
    }
    return new Audience(PUBLIC.equals(visibility), sharedWith);
  }

  private @Nullable String text(String name, int longest) {
    var text = stripped(members.text(name, any -> true, ""));
    Optional.ofNullable(text)
        .flatMap(it -> DetailTexts.objection(it, longest))
        .ifPresent(rule -> members.unacceptable(name, rule));
    return text;
  }

  private List<String> tags() {
    var tags = members.texts("tags");
    if (tags.size() > MAX_TAGS) {
      members.unacceptable("tags", "Use at most " + MAX_TAGS + " tags.");
    }
    if (!tags.stream().allMatch(DetailTexts::isTag)) {
      members.unacceptable("tags", DetailTexts.TAG_RULE);
    }
    return tags;
  }

  /** The text stays what it was where it means the same. */
  private String metadata() {
    var object = members.object("metadata");
    if (object == null) {
      return "{}";
    }
    if (!DetailTexts.isText(object)) {
      members.unacceptable("metadata", DetailTexts.TEXT_RULE);
    }
    var text = same(object) ? before.description().metadata() : object.toString();
    if (text.getBytes(UTF_8).length > MAX_METADATA_BYTES) {
      members.unacceptable(
          "metadata", "Use at most 8 KB (" + MAX_METADATA_BYTES + " bytes) of JSON.");
    }
    return text;
  }

  private boolean same(JsonNode object) {
    return JsonObjects.kept(before.description().metadata()).equals(object);
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
