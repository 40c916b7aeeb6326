package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Moderation;
import dev.safelight.metadata.catalog.Rejection;
import dev.safelight.metadata.catalog.Standing;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents to records. */
final class ImageDocuments {

  private ImageDocuments() {}

  /** Empty while the upload is not known: nobody can say yet whose image it is. */
  static Optional<ImageRecord> read(Document image) {
    return Optional.ofNullable(image.get(Fields.UPLOAD, Document.class))
        .map(
            upload ->
                new ImageRecord(
                    UUID.fromString(image.getString(Fields.ID)),
                    UploadFields.read(upload),
                    DetailsFields.read(image.get(Fields.DETAILS, Document.class)),
                    state(image),
                    history(image)));
  }

  static Document write(Rejection rejection) {
    return new Document("at", rejection.at())
        .append("reason", rejection.reason())
        .append("detail", rejection.detail())
        .append("stage", rejection.stage());
  }

  private static ImageRecord.State state(Document image) {
    return new ImageRecord.State(
        ImageStatus.ofRank(image.getInteger(Fields.RANK)),
        part(image, Fields.DEVELOPMENT, DevelopmentFields::read),
        part(image, Fields.REJECTION, ImageDocuments::rejection),
        new Moderation(
            image.getBoolean(Fields.ON_HOLD, false),
            part(image, Fields.DECISION, DecisionFields::read)),
        part(image, Fields.DELETION, DeletionFields::read));
  }

  private static ImageRecord.History history(Document image) {
    var links = image.getDate(Fields.LINKS_VALID_FROM);
    return new ImageRecord.History(
        image.getLong(Fields.VERSION),
        image.get(Fields.REVISION, 0L),
        image.getDate(Fields.UPDATED_AT).toInstant(),
        links == null ? null : links.toInstant(),
        new Standing(image.getBoolean(Fields.PRIMARY, false), image.get(Fields.ITEM_VERSION, 0L)));
  }

  private static <T> @Nullable T part(Document image, String field, Function<Document, T> read) {
    return Optional.ofNullable(image.get(field, Document.class)).map(read).orElse(null);
  }

  private static Rejection rejection(Document rejection) {
    return new Rejection(
        rejection.getString("reason"),
        rejection.getString("detail"),
        rejection.getString("stage"),
        rejection.getDate("at").toInstant());
  }
}
