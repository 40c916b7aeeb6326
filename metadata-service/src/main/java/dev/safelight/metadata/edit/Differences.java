package dev.safelight.metadata.edit;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.ImageDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What is other about an image than before. */
final class Differences {

  private static final Map<String, Function<ImageDetails, ?>> MEMBERS = members();

  private Differences() {}

  /** Names of the members that differ, as in the event. */
  static List<String> between(ImageDetails before, ImageDetails after) {
    return MEMBERS.entrySet().stream()
        .filter(
            member ->
                !Objects.equals(member.getValue().apply(before), member.getValue().apply(after)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether somebody who could see the image no longer can. */
  static boolean narrow(Audience before, Audience after) {
    return (before.everyone() && !after.everyone())
        || !after.sharedWith().containsAll(before.sharedWith());
  }

  private static Map<String, Function<ImageDetails, ?>> members() {
    var members = new LinkedHashMap<String, Function<ImageDetails, ?>>();
    members.put("altText", details -> details.description().altText());
    members.put("caption", details -> details.description().caption());
    members.put("tags", details -> details.description().tags());
    members.put("metadata", details -> details.description().metadata());
    members.put("visibility", details -> details.audience().everyone());
    members.put("sharedWith", details -> details.audience().sharedWith());
    members.put("order", details -> details.placement().order());
    members.put("itemId", details -> details.placement().itemId());
    return members;
  }
}
