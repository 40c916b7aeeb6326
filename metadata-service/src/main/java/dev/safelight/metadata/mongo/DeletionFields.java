package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Deletion;
import org.bson.Document;

/** A deletion as part of a document. */
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
}
