package dev.safelight.metadata.edit;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChange.Curation;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Standing;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemChange;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets images know that they stand for their item, or do so no longer. An image knows of which
 * version of its item it heard last, so telling it again, or late, changes nothing.
 */
public class Successions {

  private final ImageEdits edits;

  /** Composes the service. */
  public Successions(ImageEdits edits) {
    this.edits = edits;
  }

  /** Tells the images whose part changed with this version of their item. */
  public Mono<Void> tell(Item item) {
    var change = item.change();
    return change == null
        ? Mono.empty()
        : Flux.fromIterable(change.images())
            .concatMap(id -> edits.editIfThere(id, image -> decide(image, item, change)))
            .then();
  }

  /**
   * Also one that stays what it was is changed: it may not have heard of an earlier version, and
   * must not believe that one when it comes after this.
   */
  private static Mono<ImageChange> decide(ImageRecord image, Item item, ItemChange change) {
    var heard = image.history().standing();
    var isNews =
        item.id().equals(image.details().placement().itemId())
            && heard.itemVersion() < item.version();
    return isNews ? Mono.just(told(image, item, change)) : Mono.empty();
  }

  private static ImageChange told(ImageRecord image, Item item, ItemChange change) {
    var curation = Curation.of(image);
    var standing = new Standing(isPrimary(image.id(), item), item.version());
    return new ImageChange.Updated(
        image.changedBy(change.by(), item.life().updatedAt()),
        image.details(),
        new Curation(standing, curation.linksValidFrom(), curation.onHold()),
        List.of("isPrimary"));
  }

  private static boolean isPrimary(UUID image, Item item) {
    var primary = item.primary();
    return primary != null && primary.imageId().equals(image);
  }
}
