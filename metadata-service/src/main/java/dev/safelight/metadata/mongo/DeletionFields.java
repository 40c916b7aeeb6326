package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.DeletedImage;
import dev.safelight.metadata.catalog.Deletion;
import java.util.UUID;
import org.bson.Document;

/** A deletion, and the announcement of it, as parts of a document. */
final class DeletionFields {

  private DeletionFields() {}

  static Document write(Deletion deletion) {
    return new Document("at", deletion.at())
        .append("by", deletion.by())
        .append("restorableUntil", deletion.restorableUntil());
  }

  static Deletion read(Document deletion) {
    return new Deletion(
        deletion.getDate("at").toInstant(),
        deletion.getString("by"),
        deletion.getDate("restorableUntil").toInstant());
  }

  static Document writeAnnouncement(DeletedImage announcement) {
    return new Document(Fields.EVENT_ID, announcement.eventId().toString())
        .append("type", "deleted")
        .append("owner", announcement.owner())
        .append("size", announcement.size())
        .append("deletion", write(announcement.deletion()));
  }

  static DeletedImage readAnnouncement(String imageId, Document announcement) {
    return new DeletedImage(
        UUID.fromString(announcement.getString(Fields.EVENT_ID)),
        UUID.fromString(imageId),
        announcement.getString("owner"),
        announcement.getLong("size"),
        read(announcement.get("deletion", Document.class)));
  }
}
