package dev.safelight.metadata.catalog;

import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Decides which picture of an image somebody gets, if any. Opens nothing by itself. */
public class PictureService {

  private final CatalogService catalog;

  /** Composes the service. */
  public PictureService(CatalogService catalog) {
    this.catalog = catalog;
  }

  /**
   * The picture to serve. Fails with {@link ImageNotFoundException} if the image is unknown,
   * deleted or not for the viewer, {@link VariantNotFoundException}, {@link ImageNotReadyException}
   * or, for those who may know why, {@link ImageRejectedException}.
   *
   * @param wanted which variant
   */
  public Mono<ServedPicture> find(UUID id, Viewer viewer, WantedVariant wanted) {
    return catalog
        .get(id, viewer, Duration.ZERO)
        .map(image -> served(image, developmentFor(image, viewer), wanted));
  }

  /**
   * The picture to serve to whoever holds a signed address. Fails with {@link
   * ImageNotFoundException} if that counts no more, or with {@link VariantNotFoundException}.
   */
  public Mono<ServedPicture> find(UUID id, Pass pass, WantedVariant wanted) {
    return catalog.get(id, pass).map(image -> served(image, shown(image), wanted));
  }

  private static Development shown(ImageRecord image) {
    var development = image.shown();
    if (development == null) {
      throw new ImageNotReadyException();
    }
    return development;
  }

  private static Development developmentFor(ImageRecord image, Viewer viewer) {
    image.requiring(ImageAction.VIEW, viewer);
    var rejection = image.rejection();
    if (rejection != null) {
      throw new ImageRejectedException(rejection);
    }
    return shown(image);
  }

  private static ServedPicture served(
      ImageRecord image, Development development, WantedVariant wanted) {
    return wanted
        .in(development)
        .map(variant -> new ServedPicture(image, development, variant))
        .orElseThrow(() -> new VariantNotFoundException(development));
  }
}
