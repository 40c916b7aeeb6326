package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client wants to be said of an image, as it sends it. */
final class ImageBodies {

  /** Members that only we set; a whole image may give them back as they were got, to no effect. */
  private static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "status",
          "owner",
          "isPrimary",
          "originalName",
          "mimeType",
          "size",
          "dimensions",
          "checksums",
          "url",
          "urlExpiresAt",
          "variants",
          "srcset",
          "placeholder",
          "dominantColor",
          "dominantColors",
          "averageColor",
          "perceptualHash",
          "hasAlpha",
          "frames",
          "takenAt",
          "camera",
          "lens",
          "rejection",
          "version",
          "uploadedAt",
          "processedAt",
          "updatedAt",
          "deletedAt");

  private ImageBodies() {}

  /**
   * The whole of what is to be said; what is left out is forgotten.
   *
   * @throws dev.safelight.webapi.ProblemException 400 or 422 with all that is wrong
   */
  static ImageDetails replacing(ImageDetails before, byte @Nullable [] body) {
    return new DetailsReader(new JsonMembers(parse(body)).knowOnly(known()), before).read();
  }

  /**
   * What is to be said otherwise (RFC 7396): what is left out stays, what is null is forgotten.
   *
   * @throws dev.safelight.webapi.ProblemException 400 or 422 with all that is wrong
   */
  static ImageDetails patching(ImageDetails before, byte @Nullable [] body) {
    var patched = MergePatch.apply(json(before), parse(body));
    var members =
        new JsonMembers(patched)
            .refuse(READ_ONLY, "It can't be changed this way; leave it out.")
            .knowOnly(known());
    return new DetailsReader(members, before).read();
  }

  private static Set<String> known() {
    var known = new HashSet<>(DetailsReader.MEMBERS);
    known.addAll(READ_ONLY);
    return known;
  }

  private static ObjectNode parse(byte @Nullable [] body) {
    return JsonObjects.parse(body)
        .orElseThrow(
            () ->
                ItemRefusals.malformed(
                    "Send one JSON object, such as {\"altText\": \"A beach\", \"visibility\": \"public\"}, each member once and not nested deeply."));
  }

  private static ObjectNode json(ImageDetails details) {
    var description = details.description();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("altText", description.altText());
    json.put("caption", description.caption());
    json.set("tags", array(description.tags()));
    json.set("metadata", JsonObjects.kept(description.metadata()));
    json.put("visibility", details.audience().everyone() ? "public" : "private");
    json.set("sharedWith", array(details.audience().sharedWith()));
    json.put("order", details.placement().order());
    json.put("itemId", details.placement().itemId());
    return json;
  }

  private static ArrayNode array(List<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
