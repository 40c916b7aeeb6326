package dev.safelight.metadata.search;

import dev.safelight.metadata.catalog.ImageCondition;
import dev.safelight.metadata.catalog.ImageStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which images to find: those that match all of it.
 *
 * @param whose by whom and of what
 * @param said by what was said of them
 * @param progress by how far they came
 * @param sent by what was sent
 */
public record ImageFilter(Whose whose, Said said, Progress progress, Sent sent) {

  /**
   * By whom and of what.
   *
   * @param owner only of this account; null for any
   * @param itemId only of this item; null for any
   */
  public record Whose(@Nullable String owner, @Nullable String itemId) {}

  /**
   * By what was said of them, as {@link Words} has it.
   *
   * @param tags folded tags that all have to be there
   * @param anyTag folded tags one of which has to be there; empty for any
   * @param words each the start of a word that has to be there
   */
  public record Said(List<String> tags, List<String> anyTag, List<String> words) {

    /** Whatever was said. */
    public static final Said ANYTHING = new Said(List.of(), List.of(), List.of());
  }

  /**
   * By how far they came. Deleted images are found where they are asked for, and only there.
   *
   * @param status only these; null for any
   * @param deleted whether to find deleted images, and no others
   * @param everyone whether they are for everybody; null for any
   */
  public record Progress(
      @Nullable ImageStatus status, boolean deleted, @Nullable Boolean everyone) {

    /** All that are there. */
    public static final Progress THERE = new Progress(null, false, null);
  }

  /**
   * By what was sent.
   *
   * @param after uploaded later than this; null for any
   * @param before uploaded earlier than this; null for any
   * @param mimeType only these; null for any
   */
  public record Sent(@Nullable Instant after, @Nullable Instant before, @Nullable String mimeType) {

    /** Whatever was sent. */
    public static final Sent ANYTHING = new Sent(null, null, null);
  }

  /** All images of an account that are there. */
  public static ImageFilter of(String owner) {
    return new ImageFilter(new Whose(owner, null), Said.ANYTHING, Progress.THERE, Sent.ANYTHING);
  }

  /** What the images may be like as far as access is concerned. */
  public Set<ImageCondition> conditions() {
    if (progress.deleted()) {
      return EnumSet.of(ImageCondition.DELETED);
    }
    var conditions = ImageCondition.of(progress.status());
    if (progress.everyone() != null) {
      conditions.remove(progress.everyone() ? ImageCondition.PRIVATE : ImageCondition.PUBLIC);
    }
    return conditions;
  }
}
