package dev.safelight.metadata.mongo;

/** Names of the fields of an image's document. Changing one needs a migration. */
final class Fields {

  /** The image id, in its canonical form: sorts by time of upload. */
  static final String ID = "_id";

  /** What image.uploaded said. */
  static final String UPLOAD = "upload";

  static final String OWNER = UPLOAD + ".owner";
  static final String UPLOADED_AT = UPLOAD + ".at";
  static final String ITEM = UPLOAD + ".itemId";

  /** Rank of the status; only rises. */
  static final String RANK = "rank";

  /** When the scanner found nothing. */
  static final String CLEARED_AT = "clearedAt";

  /** What image.processed said. */
  static final String DEVELOPMENT = "development";

  /** What image.rejected said. */
  static final String REJECTION = "rejection";

  /** Who deleted it; absent for images that are there. */
  static final String DELETION = "deletion";

  /** Announcements that are not known to be made. */
  static final String OUTBOX = "outbox";

  static final String EVENT_ID = "eventId";
  static final String OUTBOX_EVENT = OUTBOX + '.' + EVENT_ID;

  /** Ids of the events that are in the document already. */
  static final String APPLIED = "appliedEvents";

  static final String VERSION = "version";
  static final String UPDATED_AT = "updatedAt";

  private Fields() {}
}
