package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageIds;
import dev.safelight.webapi.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * In what order the images of an item are to be.
 *
 * @param images each once
 */
record OrderBody(List<UUID> images) {

  private static final String IMAGES = "images";
  private static final int MOST = 1000;

  /**
   * Reads it.
   *
   * @throws ProblemException 400 or 422 with all that is wrong
   */
  static OrderBody read(byte @Nullable [] body) {
    var object =
        JsonObjects.parse(body)
            .orElseThrow(
                () ->
                    ItemRefusals.malformed(
                        "Send one JSON object: {\"images\": [ids of images, in their order]}."));
    var members = new JsonMembers(object).knowOnly(Set.of(IMAGES));
    var array = members.array(IMAGES);
    members.refuseMistakes();
    if (array == null) {
      throw refused(List.of(Refusals.error(IMAGES, "Name the images, in their order.")));
    }
    return new OrderBody(ids(array));
  }

  /** Tells of images that do not belong to the item by their places. */
  Throwable foreign(Set<UUID> foreign) {
    var errors = new ArrayList<Map<String, String>>();
    for (int index = 0; index < images.size(); index++) {
      if (foreign.contains(images.get(index))) {
        errors.add(error(index, "It is no image of this item."));
      }
    }
    return refused(errors);
  }

  private static List<UUID> ids(JsonNode array) {
    var errors = new ArrayList<Map<String, String>>();
    if (array.size() > MOST) {
      errors.add(Refusals.error(IMAGES, "Name at most " + MOST + " images."));
    }
    var ids = new ArrayList<UUID>();
    var seen = new HashSet<UUID>();
    for (int index = 0; index < Math.min(array.size(), MOST); index++) {
      var id = ImageIds.parse(array.get(index).asString("")).orElse(null);
      if (id == null) {
        errors.add(error(index, "Use the id of an image."));
      } else if (!seen.add(id)) {
        errors.add(error(index, "Name each image once."));
      } else {
        ids.add(id);
      }
    }
    if (!errors.isEmpty()) {
      throw refused(errors);
    }
    return ids;
  }

  private static Map<String, String> error(int index, String rule) {
    return Refusals.error(IMAGES + '[' + index + ']', rule);
  }

  private static ProblemException refused(List<Map<String, String>> errors) {
    return ItemRefusals.fields(HttpStatus.UNPROCESSABLE_CONTENT, errors);
  }
}
