package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.metadata.removal.Task;
import dev.safelight.metadata.removal.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is left of images, as documents. */
final class Tombstones {

  static final String OBJECTS = Fields.PURGED + ".objects";
  static final String BYTES = Fields.PURGED + ".bytes";

  private Tombstones() {}

  /**
   * What stands in the place of an image's document: what is not named here is gone.
   *
   * @param image what it was, with what is still to be announced of it
   */
  static Document of(Document image, Task.Purge purge, Removed removed, Instant lookAt) {
    var announcement = purge.announcement();
    var tombstone = new Tombstone(purge.imageId(), announcement.cause().at(), removed);
    var outbox = new ArrayList<>(image.getList(Fields.OUTBOX, Document.class, List.<Document>of()));
    outbox.add(ChangeDocuments.write(announcement));
    return write(tombstone, lookAt)
        .append(Fields.OUTBOX, outbox)
        .append(Fields.REVISION, announcement.cause().revision())
        .append(Fields.VERSION, purge.version() + 1);
  }

  static Document write(Tombstone tombstone, @Nullable Instant lookAt) {
    var purged =
        new Document("at", tombstone.at())
            .append("objects", tombstone.removed().objects())
            .append("bytes", tombstone.removed().bytes());
    if (lookAt != null) {
      purged.append("lookAt", lookAt);
    }
    return new Document(Fields.ID, tombstone.imageId().toString()).append(Fields.PURGED, purged);
  }

  static Tombstone read(Document image) {
    var purged = image.get(Fields.PURGED, Document.class);
    return new Tombstone(
        UUID.fromString(image.getString(Fields.ID)),
        purged.getDate("at").toInstant(),
        new Removed(purged.getLong("objects"), purged.getLong("bytes")));
  }

  static Task task(Document image, Instant now) {
    var id = UUID.fromString(image.getString(Fields.ID));
    var purged = image.get(Fields.PURGED, Document.class);
    return purged == null
        ? new Task.Purge(id, image.getLong(Fields.VERSION), announcement(image, now))
        : new Task.Look(id, purged.getDate("at").toInstant(), purged.get("lateEvents", 0L));
  }

  private static ImageChange.Purged announcement(Document image, Instant now) {
    var record = ImageDocuments.read(image).orElseThrow();
    var size = record.upload().original().size();
    return new ImageChange.Purged(record.changedBy(null, now), size);
  }
}
