package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Checksums;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Upload;
import org.bson.Document;

/** An upload as part of a document. */
final class UploadFields {

  private UploadFields() {}

  static Document write(Upload upload) {
    return new Document("owner", upload.owner())
        .append("at", upload.at())
        .append("request", upload.request())
        .append("original", write(upload.original()));
  }

  static Upload read(Document upload) {
    return new Upload(
        upload.getString("owner"),
        readOriginal(upload.get("original", Document.class)),
        upload.getString("request"),
        upload.getDate("at").toInstant());
  }

  private static Document write(Original original) {
    return new Document("name", original.name())
        .append("mimeType", original.mimeType())
        .append("size", original.size())
        .append("width", original.dimensions().width())
        .append("height", original.dimensions().height())
        .append("md5", original.checksums().md5())
        .append("sha256", original.checksums().sha256());
  }

  private static Original readOriginal(Document original) {
    return new Original(
        original.getString("name"),
        original.getString("mimeType"),
        original.getLong("size"),
        new Dimensions(original.getInteger("width"), original.getInteger("height")),
        new Checksums(original.getString("md5"), original.getString("sha256")));
  }
}
