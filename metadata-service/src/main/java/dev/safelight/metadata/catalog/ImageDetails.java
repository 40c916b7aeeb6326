package dev.safelight.metadata.catalog;

/**
 * What people say of an image and may change.
 *
 * @param placement what it belongs to
 * @param description what people said about it
 * @param audience who may see it
 */
public record ImageDetails(Placement placement, Description description, Audience audience) {

  /** The same image, somewhere else. */
  public ImageDetails at(Placement other) {
    return new ImageDetails(other, description, audience);
  }
}
