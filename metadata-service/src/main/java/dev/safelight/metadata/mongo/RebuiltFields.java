package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.safelight.metadata.catalog.ImageChange;
import org.bson.conversions.Bson;

/**
 * What is known of the changes of an image while it is rebuilt: the latest of each kind, as topics
 * are read side by side. Gone when the rebuild is finished.
 */
final class RebuiltFields {

  static final String REBUILT = "rebuilt";

  /** Greatest revision of all; stands for as many changes. */
  static final String REVISION = REBUILT + ".revision";

  /** Decisions of others than people, who do not count revisions. */
  static final String UNCOUNTED = REBUILT + ".uncounted";

  private RebuiltFields() {}

  /** Where the latest change of its kind is kept: what is undone by one is of one kind. */
  static String latest(ImageChange change) {
    return switch (change) {
      case ImageChange.Updated updated -> REBUILT + ".updated";
      case ImageChange.Moderated moderated -> REBUILT + ".moderated";
      case ImageChange.Deleted deleted -> REBUILT + ".deletion";
      case ImageChange.Restored restored -> REBUILT + ".deletion";
      case ImageChange.Purged purged -> REBUILT + ".purged";
    };
  }

  /** Of two decisions the later one counts, of other changes the one with the higher revision. */
  static Bson isNews(ImageChange change) {
    return change instanceof ImageChange.Moderated moderated
        ? DecisionFields.surpassedBy(moderated.decision(), change.cause().eventId())
        : or(exists(latest(change), false), lt(latest(change), change.cause().revision()));
  }
}
