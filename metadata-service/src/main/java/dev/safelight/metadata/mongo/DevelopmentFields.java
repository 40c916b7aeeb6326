package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.Variant;
import org.bson.Document;

/** What an image was developed into, as part of a document. */
final class DevelopmentFields {

  private DevelopmentFields() {}

  static Document write(Development development) {
    return new Document("at", development.at())
        .append("width", development.dimensions().width())
        .append("height", development.dimensions().height())
        .append("recipe", development.recipe())
        .append("variants", development.variants().stream().map(DevelopmentFields::write).toList())
        .append("appearance", AppearanceFields.write(development.appearance()))
        .append("shot", AppearanceFields.write(development.shot()));
  }

  static Development read(Document development) {
    return new Development(
        dimensions(development),
        development.getString("recipe"),
        development.getList("variants", Document.class).stream()
            .map(DevelopmentFields::readVariant)
            .toList(),
        AppearanceFields.readAppearance(development.get("appearance", Document.class)),
        AppearanceFields.readShot(development.get("shot", Document.class)),
        development.getDate("at").toInstant());
  }

  private static Document write(Variant variant) {
    return new Document("name", variant.name())
        .append("objectKey", variant.objectKey())
        .append("mimeType", variant.mimeType())
        .append("width", variant.dimensions().width())
        .append("height", variant.dimensions().height())
        .append("size", variant.size())
        .append("sha256", variant.sha256());
  }

  private static Variant readVariant(Document variant) {
    return new Variant(
        variant.getString("name"),
        variant.getString("objectKey"),
        variant.getString("mimeType"),
        dimensions(variant),
        variant.getLong("size"),
        variant.getString("sha256"));
  }

  private static Dimensions dimensions(Document document) {
    return new Dimensions(document.getInteger("width"), document.getInteger("height"));
  }
}
