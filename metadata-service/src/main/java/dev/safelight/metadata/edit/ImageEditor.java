package dev.safelight.metadata.edit;

import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChangedException;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImageNotFoundException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Standing;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.Items;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Changes what is said of images. */
public class ImageEditor {

  private final CatalogService catalog;
  private final ImageEdits edits;
  private final Items items;
  private final HoldPolicy policy;
  private final Clock clock;

  /** Composes the service. */
  public ImageEditor(
      CatalogService catalog, ImageEdits edits, Items items, HoldPolicy policy, Clock clock) {
    this.catalog = catalog;
    this.edits = edits;
    this.items = items;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Changes what is said of an image; nothing happens where nothing is other than before.
   *
   * <p>Fails with {@link ImageNotFoundException} if it is unknown or not for the viewer, with
   * {@link dev.safelight.metadata.catalog.ForbiddenException} if the viewer may only look at it,
   * with {@link ImageChangedException} if it is not as expected, and with {@link
   * UnknownItemException} or {@link UnsuitableImageException} if it can't belong to the item it is
   * to belong to.
   *
   * @param asExpected whether the image is what the viewer believes it to be
   * @param change makes what is to be said of what is said
   * @return the image as it is then
   */
  public Mono<ImageRecord> change(
      UUID id,
      Viewer viewer,
      Predicate<ImageRecord> asExpected,
      UnaryOperator<ImageDetails> change) {
    return catalog
        .get(id, viewer, Duration.ZERO)
        .flatMap(there -> edits.edit(id, image -> decide(image, viewer, asExpected, change)))
        .switchIfEmpty(Mono.error(ImageNotFoundException::new));
  }

  private Mono<ImageChange> decide(
      ImageRecord image,
      Viewer viewer,
      Predicate<ImageRecord> asExpected,
      UnaryOperator<ImageDetails> change) {
    image.requiring(ImageAction.CHANGE, viewer);
    if (!asExpected.test(image)) {
      return Mono.error(new ImageChangedException());
    }
    var details = change.apply(image.details());
    return details.equals(image.details())
        ? Mono.empty()
        : standing(image, details, viewer)
            .zipWith(
                policy.holds(details),
                (standing, onHold) -> updated(image, viewer, details, standing, onHold));
  }

  private ImageChange updated(
      ImageRecord image, Viewer viewer, ImageDetails details, Standing standing, boolean onHold) {
    var cause = image.changedBy(viewer.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var narrower = Differences.narrow(image.details().audience(), details.audience());
    var now = ImageChange.Curation.of(image);
    var curation =
        new ImageChange.Curation(standing, narrower ? cause.at() : now.linksValidFrom(), onHold);
    var changed = new ArrayList<>(Differences.between(image.details(), details));
    if (standing.primary() != now.standing().primary()) {
      changed.add("isPrimary");
    }
    return new ImageChange.Updated(cause, details, curation, changed);
  }

  /** What the image is to its item, which may be another one now. */
  private Mono<Standing> standing(ImageRecord image, ImageDetails details, Viewer viewer) {
    var itemId = details.placement().itemId();
    if (Objects.equals(itemId, image.details().placement().itemId())) {
      return Mono.just(image.history().standing());
    }
    return itemId == null
        ? Mono.just(Standing.NONE)
        : items
            .find(itemId)
            .filter(item -> !item.life().deleted() && item.visibleTo(viewer))
            .switchIfEmpty(Mono.error(UnknownItemException::new))
            .map(item -> standing(image, item));
  }

  private static Standing standing(ImageRecord image, Item item) {
    if (!item.details().demands().admit(image.upload().original())) {
      throw new UnsuitableImageException();
    }
    var primary = item.primary();
    return new Standing(primary != null && primary.imageId().equals(image.id()), item.version());
  }
}
