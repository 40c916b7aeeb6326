package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Checksums;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Upload;
import org.bson.Document;

/** An upload as part of a document. */
final class UploadFields {

  private UploadFields() {}

  static Document write(Upload upload) {
    var document = new Document("owner", upload.owner()).append("at", upload.at());
    writePlacement(document, upload.placement());
    writeDescription(document, upload.description());
    return document
        .append("everyone", upload.audience().everyone())
        .append("sharedWith", upload.audience().sharedWith())
        .append("original", write(upload.original()));
  }

  static Upload read(Document upload) {
    return new Upload(
        upload.getString("owner"),
        readOriginal(upload.get("original", Document.class)),
        new Placement(
            upload.getString("itemId"), upload.getBoolean("primary"), upload.getInteger("order")),
        readDescription(upload),
        new Audience(upload.getBoolean("everyone"), upload.getList("sharedWith", String.class)),
        upload.getDate("at").toInstant());
  }

  private static void writePlacement(Document document, Placement placement) {
    document
        .append("itemId", placement.itemId())
        .append("primary", placement.primary())
        .append("order", placement.order());
  }

  private static void writeDescription(Document document, Description description) {
    document
        .append("altText", description.altText())
        .append("caption", description.caption())
        .append("tags", description.tags())
        .append("metadata", description.metadata());
  }

  private static Description readDescription(Document upload) {
    return new Description(
        upload.getString("altText"),
        upload.getString("caption"),
        upload.getList("tags", String.class),
        upload.getString("metadata"));
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
