package dev.safelight.event;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of the pipeline. One topic carries exactly one event type, keyed by image id. */
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

  private static final Map<Class<? extends SpecificRecord>, String> BY_TYPE =
      Map.of(
          ImageUploaded.class, IMAGE_UPLOADED,
          ImageCleared.class, IMAGE_CLEARED,
          ImageRejected.class, IMAGE_REJECTED,
          ImageProcessed.class, IMAGE_PROCESSED,
          ImageDeleted.class, IMAGE_DELETED);

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

  /** All topics, in alphabetical order. */
  public static List<String> all() {
    return BY_TYPE.values().stream().sorted().toList();
  }
}
