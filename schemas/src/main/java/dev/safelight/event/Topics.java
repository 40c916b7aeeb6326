package dev.safelight.event;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic of the pipeline. One topic carries exactly one event type, keyed by what it tells of:
 * an image, an item or an account.
 */
public final class Topics {

  /** Carries {@link ImageUploaded}. */
  public static final String IMAGE_UPLOADED = "image.uploaded";

  /** Carries {@link ImageCleared}. */
  public static final String IMAGE_CLEARED = "image.cleared";

  /** Carries {@link ImageRejected}. */
  public static final String IMAGE_REJECTED = "image.rejected";

  /** Carries {@link ImageProcessed}. */
  public static final String IMAGE_PROCESSED = "image.processed";

  /** Carries {@link ImageUpdated}. */
  public static final String IMAGE_UPDATED = "image.updated";

  /** Carries {@link ImageModerated}. */
  public static final String IMAGE_MODERATED = "image.moderated";

  /** Carries {@link ImageDeleted}. */
  public static final String IMAGE_DELETED = "image.deleted";

  /** Carries {@link ImageRestored}. */
  public static final String IMAGE_RESTORED = "image.restored";

  /** Carries {@link ImagePurged}. */
  public static final String IMAGE_PURGED = "image.purged";

  /** Carries {@link ItemChanged}: the latest record of each item, for good. */
  public static final String ITEM_CHANGED = "item.changed";

  /** Carries {@link AccountErased}. */
  public static final String ACCOUNT_ERASED = "account.erased";

  /** Carries {@link QuotaChanged}. */
  public static final String QUOTA_CHANGED = "quota.changed";

  private static final Map<Class<? extends SpecificRecord>, String> BY_TYPE =
      Map.ofEntries(
          Map.entry(ImageUploaded.class, IMAGE_UPLOADED),
          Map.entry(ImageCleared.class, IMAGE_CLEARED),
          Map.entry(ImageRejected.class, IMAGE_REJECTED),
          Map.entry(ImageProcessed.class, IMAGE_PROCESSED),
          Map.entry(ImageUpdated.class, IMAGE_UPDATED),
          Map.entry(ImageModerated.class, IMAGE_MODERATED),
          Map.entry(ImageDeleted.class, IMAGE_DELETED),
          Map.entry(ImageRestored.class, IMAGE_RESTORED),
          Map.entry(ImagePurged.class, IMAGE_PURGED),
          Map.entry(ItemChanged.class, ITEM_CHANGED),
          Map.entry(AccountErased.class, ACCOUNT_ERASED),
          Map.entry(QuotaChanged.class, QUOTA_CHANGED));

  private static final List<String> ERASED_AT_PURGE =
      List.of(
          IMAGE_CLEARED,
          IMAGE_DELETED,
          IMAGE_MODERATED,
          IMAGE_PROCESSED,
          IMAGE_REJECTED,
          IMAGE_RESTORED,
          IMAGE_UPDATED,
          IMAGE_UPLOADED);

  private Topics() {}

  /**
   * The topic an event belongs on.
   *
   * @throws IllegalArgumentException if {@code type} is not one of our events
   */
  public static String of(Class<? extends SpecificRecord> type) {
    var topic = BY_TYPE.get(type);
    if (topic == null) {
      throw new IllegalArgumentException(type.getName() + " is not an event of Safelight");
    }
    return topic;
  }

  /**
   * Whether a topic is meant to keep the latest record of each key for as long as what it tells of
   * is there, instead of all records for a time. Not so topics of accounts, and those that are not
   * ours by name, such as those of dead letters.
   */
  public static boolean isCompacted(String topic) {
    return topic.equals(IMAGE_PURGED)
        || topic.equals(ITEM_CHANGED)
        || ERASED_AT_PURGE.contains(topic);
  }

  /**
   * The topics that forget an image once it is purged: all that tell of it but {@link
   * #IMAGE_PURGED} itself.
   */
  public static List<String> erasedAtPurge() {
    return ERASED_AT_PURGE;
  }

  /** All topics, in alphabetical order. */
  public static List<String> all() {
    return BY_TYPE.values().stream().sorted().toList();
  }
}
