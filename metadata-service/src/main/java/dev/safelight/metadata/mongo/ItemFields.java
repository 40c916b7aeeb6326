package dev.safelight.metadata.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;

/** Names of the fields of an item's document. Changing one needs a migration. */
final class ItemFields {

  /** The item id, as its creator chose it. */
  static final String ID = "_id";

  static final String OWNER = "owner";
  static final String KIND = "kind";
  static final String NAME = "name";
  static final String METADATA = "metadata";
  static final String MIN = "minDimensions";
  static final String MAX = "maxDimensions";
  static final String MAX_SIZE = "maxSize";
  static final String OPEN = "openToEveryone";

  /** The image that was chosen to stand for it. */
  static final String PRIMARY_IMAGE = "primaryImageId";

  static final String PRIMARY_SINCE = "primarySince";

  /** Only in announcements: what made the version, and who did. */
  static final String CHANGE = "change";

  static final String CREATED_AT = "createdAt";
  static final String UPDATED_AT = "updatedAt";
  static final String DELETED = "deleted";
  static final String VERSION = "version";

  /** Versions that are not known to be announced, each as it was. */
  static final String OUTBOX = "outbox";

  static final String OUTBOX_VERSION = OUTBOX + '.' + VERSION;
  static final String OUTBOX_FIRST = OUTBOX + ".0." + VERSION;

  /** Lists of what one may see; what waits to be announced. */
  static final List<IndexModel> INDEXES =
      List.of(
          new IndexModel(Indexes.ascending(OWNER, ID)),
          new IndexModel(Indexes.ascending(OPEN, ID)),
          new IndexModel(Indexes.ascending(OUTBOX_VERSION), new IndexOptions().sparse(true)));

  private ItemFields() {}
}
