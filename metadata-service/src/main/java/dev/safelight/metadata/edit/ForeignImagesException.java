package dev.safelight.metadata.edit;

import java.util.Set;
import java.util.UUID;

/** Some images do not belong to the item. */
public class ForeignImagesException extends RuntimeException {

  private final transient Set<UUID> images;

  /** Says which. */
  public ForeignImagesException(Set<UUID> images) {
    super("Some images do not belong to the item");
    this.images = Set.copyOf(images);
  }

  /** Those that do not. */
  public Set<UUID> images() {
    return images;
  }
}
