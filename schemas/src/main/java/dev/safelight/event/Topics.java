package dev.safelight.event;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic of the pipeline. One topic carries exactly one event type, keyed by image id, or by
 * item id where it tells of items.
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

  /** Carries {@link ImageDeleted}. */
  public static final String IMAGE_DELETED = "image.deleted";

  /** Carries {@link ImageRestored}. */
  public static final String IMAGE_RESTORED = "image.restored";

  /** Carries {@link ImagePurged}. */
  public static final String IMAGE_PURGED = "image.purged";

  /** Carries {@link ItemChanged}. Compacted: it holds the latest record of each item for good. */
  public static final String ITEM_CHANGED = "item.changed";

  private static final Map<Class<? extends SpecificRecord>, String> BY_TYPE =
      Map.of(
          ImageUploaded.class, IMAGE_UPLOADED,
          ImageCleared.class, IMAGE_CLEARED,
          ImageRejected.class, IMAGE_REJECTED,
          ImageProcessed.class, IMAGE_PROCESSED,
          ImageDeleted.class, IMAGE_DELETED,
          ImageRestored.class, IMAGE_RESTORED,
          ImagePurged.class, IMAGE_PURGED,
          ItemChanged.class, ITEM_CHANGED);

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

  /** Whether a topic keeps the latest record of each key for good, instead of all for a time. */
  public static boolean isCompacted(String topic) {
    return topic.equals(ITEM_CHANGED);
  }

  /** All topics, in alphabetical order. */
  public static List<String> all() {
    return BY_TYPE.values().stream().sorted().toList();
  }
}
