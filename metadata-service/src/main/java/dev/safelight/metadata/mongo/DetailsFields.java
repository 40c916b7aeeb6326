package dev.safelight.metadata.mongo;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.Placement;
import org.bson.Document;

/** What people say of an image, as part of a document. */
final class DetailsFields {

  private DetailsFields() {}

  static Document write(ImageDetails details) {
    var placement = details.placement();
    var description = details.description();
    var audience = details.audience();
    return new Document("itemId", placement.itemId())
        .append("order", placement.order())
        .append("altText", description.altText())
        .append("caption", description.caption())
        .append("tags", description.tags())
        .append("metadata", description.metadata())
        .append("everyone", audience.everyone())
        .append("sharedWith", audience.sharedWith());
  }

  static ImageDetails read(Document details) {
    return new ImageDetails(
        new Placement(details.getString("itemId"), details.getInteger("order")),
        new Description(
            details.getString("altText"),
            details.getString("caption"),
            details.getList("tags", String.class),
            details.getString("metadata")),
        new Audience(details.getBoolean("everyone"), details.getList("sharedWith", String.class)));
  }
}
