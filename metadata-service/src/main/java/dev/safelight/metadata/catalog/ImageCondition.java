package dev.safelight.metadata.catalog;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What matters of an image for who may do what; the first that fits, from below. */
public enum ImageCondition {
  /** Ready, for its owner and those it is shared with. */
  PRIVATE,
  /** Ready, for everybody. */
  PUBLIC,
  /** Not ready yet. */
  PENDING,
  /** Ready, and waits for a moderator. */
  HELD,
  /** Rejected by the pipeline. */
  REJECTED,
  /** Refused by a moderator, who may think better of it. */
  REFUSED,
  /** Deleted, and may come back. */
  DELETED;

  static ImageCondition of(ImageRecord image) {
    if (image.isDeleted()) {
      return DELETED;
    }
    return switch (image.status()) {
      case PENDING, CLEARED -> PENDING;
      case HELD -> HELD;
      case REJECTED -> image.state().pipeline() == ImageStatus.REJECTED ? REJECTED : REFUSED;
      case READY -> image.details().audience().everyone() ? PUBLIC : PRIVATE;
    };
  }

  /** What images of a status that are there can be; of any, if it is null. */
  public static Set<ImageCondition> of(@Nullable ImageStatus status) {
    return switch (status) {
      case null -> EnumSet.complementOf(EnumSet.of(DELETED));
      case PENDING, CLEARED -> EnumSet.of(PENDING);
      case HELD -> EnumSet.of(HELD);
      case REJECTED -> EnumSet.of(REJECTED, REFUSED);
      case READY -> EnumSet.of(PRIVATE, PUBLIC);
    };
  }
}
