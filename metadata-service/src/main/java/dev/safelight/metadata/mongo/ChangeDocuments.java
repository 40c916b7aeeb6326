package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChange.Cause;
import dev.safelight.metadata.catalog.ImageChange.Curation;
import dev.safelight.metadata.catalog.Standing;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Changes of an image as entries of its outbox. */
final class ChangeDocuments {

  private static final String TYPE = "type";
  private static final String SIZE = "size";

  private ChangeDocuments() {}

  /** What the type of a change is called. */
  static String type(ImageChange change) {
    return switch (change) {
      case ImageChange.Updated updated -> "updated";
      case ImageChange.Deleted deleted -> "deleted";
      case ImageChange.Restored restored -> "restored";
      case ImageChange.Moderated moderated -> "moderated";
      case ImageChange.Purged purged -> "purged";
    };
  }

  static Document write(ImageChange change) {
    return switch (change) {
      case ImageChange.Updated updated ->
          entry(change)
              .append(Fields.DETAILS, DetailsFields.write(updated.details()))
              .append(Fields.PRIMARY, updated.curation().standing().primary())
              .append(Fields.ITEM_VERSION, updated.curation().standing().itemVersion())
              .append("linksValidFrom", updated.curation().linksValidFrom())
              .append("onHold", updated.curation().onHold())
              .append("changed", updated.changed());
      case ImageChange.Deleted deleted ->
          entry(change)
              .append(SIZE, deleted.size())
              .append("restorableUntil", deleted.restorableUntil());
      case ImageChange.Restored restored -> entry(change).append(SIZE, restored.size());
      case ImageChange.Moderated moderated ->
          entry(change).append("decision", DecisionFields.write(moderated.decision()));
      case ImageChange.Purged purged -> entry(change).append(SIZE, purged.size());
    };
  }

  static ImageChange read(String imageId, Document entry) {
    var cause = cause(imageId, entry);
    return switch (entry.getString(TYPE)) {
      case "updated" -> updated(cause, entry);
      case "deleted" ->
          new ImageChange.Deleted(
              cause, entry.getLong(SIZE), entry.getDate("restorableUntil").toInstant());
      case "restored" -> new ImageChange.Restored(cause, entry.getLong(SIZE));
      case "moderated" ->
          new ImageChange.Moderated(
              cause, DecisionFields.read(entry.get("decision", Document.class)));
      case "purged" -> new ImageChange.Purged(cause, entry.getLong(SIZE));
      default -> throw new IllegalStateException("No change is called " + entry.getString(TYPE));
    };
  }

  private static ImageChange updated(Cause cause, Document entry) {
    return new ImageChange.Updated(
        cause,
        DetailsFields.read(entry.get(Fields.DETAILS, Document.class)),
        new Curation(
            new Standing(
                entry.getBoolean(Fields.PRIMARY, false), entry.get(Fields.ITEM_VERSION, 0L)),
            instant(entry.getDate("linksValidFrom")),
            entry.getBoolean("onHold")),
        entry.getList("changed", String.class));
  }

  private static Document entry(ImageChange change) {
    var cause = change.cause();
    return new Document(Fields.EVENT_ID, cause.eventId().toString())
        .append(TYPE, type(change))
        .append("owner", cause.owner())
        .append("by", cause.by())
        .append("at", cause.at())
        .append(Fields.REVISION, cause.revision());
  }

  private static Cause cause(String imageId, Document entry) {
    return new Cause(
        UUID.fromString(entry.getString(Fields.EVENT_ID)),
        UUID.fromString(imageId),
        entry.getString("owner"),
        entry.getString("by"),
        entry.getDate("at").toInstant(),
        entry.getLong(Fields.REVISION));
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant).orElse(null);
  }
}
