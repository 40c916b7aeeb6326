package dev.safelight.ingest.upload;

import org.jspecify.annotations.Nullable;

/**
 * What images belong to: a product, a page, an album.
 *
 * @param id its identity, as its creator chose it
 * @param owner opaque id of the account that created it
 * @param openToEveryone whether others than its owner may attach images
 * @param kind what it is; settings may limit the images of a kind
 * @param limits what it demands of its images itself
 */
public record Item(
    String id, String owner, boolean openToEveryone, String kind, ItemLimits limits) {

  /** Whether this uploader may attach images to it. */
  public boolean takesFrom(Uploader uploader) {
    return openToEveryone || uploader.admin() || uploader.subject().equals(owner);
  }

  /**
   * What an item demands of its images; null where it demands nothing.
   *
   * @param minWidth fewest pixels across
   * @param minHeight fewest pixels down
   * @param maxWidth most pixels across
   * @param maxHeight most pixels down
   * @param maxSize most bytes
   */
  public record ItemLimits(
      @Nullable Integer minWidth,
      @Nullable Integer minHeight,
      @Nullable Integer maxWidth,
      @Nullable Integer maxHeight,
      @Nullable Long maxSize) {

    /** No demands. */
    public static final ItemLimits NONE = new ItemLimits(null, null, null, null, null);
  }
}
