package dev.safelight.ingest.mongo;

import dev.safelight.ingest.upload.Item;
import dev.safelight.ingest.upload.Item.ItemLimits;
import dev.safelight.ingest.upload.ItemChange;
import org.bson.Document;

/** Items as documents. Changing a name needs a migration. */
final class ItemDocuments {

  static final String ID = "_id";
  static final String VERSION = "version";
  static final String DELETED = "deleted";

  private static final String OWNER = "owner";
  private static final String OPEN = "openToEveryone";
  private static final String KIND = "kind";
  private static final String MIN_WIDTH = "minWidth";
  private static final String MIN_HEIGHT = "minHeight";
  private static final String MAX_WIDTH = "maxWidth";
  private static final String MAX_HEIGHT = "maxHeight";
  private static final String MAX_SIZE = "maxSize";

  private ItemDocuments() {}

  /** All but the id. */
  static Document write(ItemChange change) {
    var item = change.item();
    var limits = item.limits();
    return new Document(VERSION, change.version())
        .append(DELETED, change.deleted())
        .append(OWNER, item.owner())
        .append(OPEN, item.openToEveryone())
        .append(KIND, item.kind())
        .append(MIN_WIDTH, limits.minWidth())
        .append(MIN_HEIGHT, limits.minHeight())
        .append(MAX_WIDTH, limits.maxWidth())
        .append(MAX_HEIGHT, limits.maxHeight())
        .append(MAX_SIZE, limits.maxSize());
  }

  static Item read(Document item) {
    return new Item(
        item.getString(ID),
        item.getString(OWNER),
        item.getBoolean(OPEN),
        item.getString(KIND),
        new ItemLimits(
            item.getInteger(MIN_WIDTH),
            item.getInteger(MIN_HEIGHT),
            item.getInteger(MAX_WIDTH),
            item.getInteger(MAX_HEIGHT),
            item.getLong(MAX_SIZE)));
  }
}
