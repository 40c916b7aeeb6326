package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Rejection;
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
                    state(image),
                    image.getLong(Fields.VERSION),
                    image.getDate(Fields.UPDATED_AT).toInstant()));
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
        part(image, Fields.DELETION, DeletionFields::read));
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
