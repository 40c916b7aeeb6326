package dev.safelight.metadata.item;

/** Images belong to the item. */
public class ItemInUseException extends RuntimeException {

  private final long images;

  /** Says how many. */
  public ItemInUseException(long images) {
    super(images + " images belong to the item");
    this.images = images;
  }

  /** How many images belong to it. */
  public long images() {
    return images;
  }
}
