package dev.safelight.metadata.item;

import dev.safelight.metadata.catalog.Dimensions;
import dev.safelight.metadata.catalog.Original;
import org.jspecify.annotations.Nullable;

/**
 * What the images of an item have to be; null where nothing is demanded.
 *
 * @param min fewest pixels across and down
 * @param max most pixels across and down
 * @param maxSize most bytes
 */
public record Demands(@Nullable Dimensions min, @Nullable Dimensions max, @Nullable Long maxSize) {

  /** None. */
  public static final Demands NONE = new Demands(null, null, null);

  /** Whether an original is what is demanded. */
  public boolean admit(Original original) {
    var is = original.dimensions();
    return (min == null || holds(min, is))
        && (max == null || holds(is, max))
        && (maxSize == null || original.size() <= maxSize);
  }

  private static boolean holds(Dimensions smaller, Dimensions larger) {
    return smaller.width() <= larger.width() && smaller.height() <= larger.height();
  }
}
