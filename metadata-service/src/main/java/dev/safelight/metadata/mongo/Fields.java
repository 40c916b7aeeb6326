package dev.safelight.metadata.mongo;

/** Names of the fields of an image's document. Changing one needs a migration. */
final class Fields {

  /** The image id, in its canonical form: sorts by time of upload. */
  static final String ID = "_id";

  /** What image.uploaded said. */
  static final String UPLOAD = "upload";

  static final String OWNER = UPLOAD + ".owner";
  static final String UPLOADED_AT = UPLOAD + ".at";
  static final String ORIGINAL_NAME = UPLOAD + ".original.name";
  static final String ORIGINAL_SIZE = UPLOAD + ".original.size";
  static final String ORIGINAL_TYPE = UPLOAD + ".original.mimeType";

  /** What people say of it. */
  static final String DETAILS = "details";

  static final String ITEM = DETAILS + ".itemId";
  static final String ORDER = DETAILS + ".order";
  static final String EVERYONE = DETAILS + ".everyone";
  static final String SHARED_WITH = DETAILS + ".sharedWith";

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

  static final String RESTORABLE_UNTIL = DELETION + ".restorableUntil";

  /** That its purge has begun; it is gone for everybody, but its bytes may not be. */
  static final String PURGE = "purge";

  /** What is left of a purged image. Its document has nothing else but an outbox and counters. */
  static final String PURGED = "purged";

  static final String PURGED_AT = PURGED + ".at";

  /** When to look again for what was written late; absent for never. */
  static final String LOOK_AT = PURGED + ".lookAt";

  /** How many events came after the purge, since the last look. */
  static final String LATE_EVENTS = PURGED + ".lateEvents";

  /** Whether a moderator has to approve it. */
  static final String ON_HOLD = "onHold";

  /** What a moderator decided. */
  static final String DECISION = "decision";

  static final String DECIDED_AT = DECISION + ".at";
  static final String DECIDED_BY = DECISION + ".by";
  static final String APPROVED = DECISION + ".approved";

  /** Of which event it is; absent for those of before that was kept. */
  static final String DECISION_EVENT = DECISION + ".eventId";

  /** Signed addresses made before are not good any more. */
  static final String LINKS_VALID_FROM = "linksValidFrom";

  /** Announcements that are not known to be made. */
  static final String OUTBOX = "outbox";

  /** The newest change of each type, to announce it again should an older one be told after it. */
  static final String NEWEST = "newest";

  static final String EVENT_ID = "eventId";
  static final String OUTBOX_EVENT = OUTBOX + '.' + EVENT_ID;
  static final String OUTBOX_FIRST = OUTBOX + ".0." + EVENT_ID;

  /** Ids of the events that are in the document already. */
  static final String APPLIED = "appliedEvents";

  /** Whether it stands for its item, as everybody was told; absent for false. */
  static final String PRIMARY = "primary";

  /** The version of the item as of which that is true; absent where no choice was heard of. */
  static final String ITEM_VERSION = "itemVersion";

  static final String VERSION = "version";

  /** Counts what people did; absent where nobody did anything yet. */
  static final String REVISION = "revision";

  static final String UPDATED_AT = "updatedAt";

  /** When the document was changed last, by the clock of the database. */
  static final String STORED_AT = "storedAt";

  private Fields() {}
}
