package dev.safelight.metadata.item;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChange.Curation;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Standing;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Makes images of an item that was deleted belong to none. Does no harm when it is done twice. */
public class Detaching {

  private static final int AT_A_TIME = 8;

  private final ItemImages images;
  private final ImageEdits edits;

  /** Composes the service. */
  public Detaching(ItemImages images, ImageEdits edits) {
    this.images = images;
    this.edits = edits;
  }

  /** Of all images that belong to it. */
  Mono<Void> all(Item deleted) {
    return detach(deleted, image -> true);
  }

  /**
   * As {@link #all}, but leaves alone what was uploaded since, and may be for another item that has
   * the id now.
   */
  public Mono<Void> older(Item deleted) {
    return detach(deleted, image -> !image.upload().at().isAfter(deleted.life().updatedAt()));
  }

  private Mono<Void> detach(Item deleted, Predicate<ImageRecord> which) {
    return images
        .all(deleted.id())
        .flatMap(
            id ->
                edits.editIfThere(
                    id,
                    image ->
                        Mono.just(image)
                            .filter(there -> belongs(there, deleted) && which.test(there))
                            .map(there -> detached(there, deleted))),
            AT_A_TIME)
        .then();
  }

  /** An image that heard of a later version is one of another item that has the id now. */
  private static boolean belongs(ImageRecord image, Item deleted) {
    return deleted.id().equals(image.details().placement().itemId())
        && image.history().standing().itemVersion() < deleted.version();
  }

  private static ImageChange detached(ImageRecord image, Item deleted) {
    var details = image.details();
    var curation = Curation.of(image);
    return new ImageChange.Updated(
        image.changedBy(null, deleted.life().updatedAt()),
        details.at(new Placement(null, details.placement().order())),
        new Curation(Standing.NONE, curation.linksValidFrom(), curation.onHold()),
        curation.standing().primary() ? List.of("itemId", "isPrimary") : List.of("itemId"));
  }
}
