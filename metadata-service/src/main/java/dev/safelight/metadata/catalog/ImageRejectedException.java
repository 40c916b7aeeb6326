package dev.safelight.metadata.catalog;

/** The image was refused and will never be shown. */
public class ImageRejectedException extends RuntimeException {

  private final transient Rejection rejection;

  /** Says why. */
  public ImageRejectedException(Rejection rejection) {
    super(rejection.detail());
    this.rejection = rejection;
  }

  /** Why. */
  public Rejection rejection() {
    return rejection;
  }
}
