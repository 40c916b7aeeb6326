package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.ImageChange;
import java.util.List;
import org.bson.Document;

/**
 * The newest change of each type, as part of a document. What is said of the image is left out, as
 * the document says the same until it is changed again.
 */
final class NewestChanges {

  private NewestChanges() {}

  /** Where the newest change of this type is kept. */
  static String field(ImageChange change) {
    return Fields.NEWEST + '.' + ChangeDocuments.type(change);
  }

  static Document write(ImageChange change) {
    var entry = ChangeDocuments.write(change);
    entry.remove(Fields.DETAILS);
    return entry;
  }

  /** The entry of the outbox that was made of the newest change of this type. */
  static Document read(ImageChange change, Document image) {
    var newest =
        image.getEmbedded(List.of(Fields.NEWEST, ChangeDocuments.type(change)), Document.class);
    return change instanceof ImageChange.Updated
        ? new Document(newest).append(Fields.DETAILS, image.get(Fields.DETAILS))
        : newest;
  }
}
