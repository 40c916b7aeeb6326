package dev.safelight.metadata.edit;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemImages;
import dev.safelight.metadata.item.ItemService;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the images of an item in order. Does no harm when it is done twice. */
public class ItemOrder {

  private static final int AT_A_TIME = 8;

  private final ItemService items;
  private final ItemImages images;
  private final ImageEdits edits;
  private final Clock clock;

  /** Composes the service. */
  public ItemOrder(ItemService items, ItemImages images, ImageEdits edits, Clock clock) {
    this.items = items;
    this.images = images;
    this.edits = edits;
    this.clock = clock;
  }

  /**
   * Numbers images from 0; others of the item keep their numbers. Fails with {@link
   * dev.safelight.metadata.item.ItemNotFoundException} if the item is unknown or not for the
   * viewer, {@link NotYourItemException} if it is another's, and {@link ForeignImagesException} if
   * an image does not belong to it; then none is numbered.
   */
  public Mono<Void> arrange(String itemId, Viewer viewer, List<UUID> inOrder) {
    return items
        .get(itemId, viewer)
        .map(item -> managed(item, viewer))
        .flatMap(item -> images.present(itemId).collect(Collectors.toSet()))
        .doOnNext(belonging -> refuseOthers(inOrder, belonging))
        .flatMap(belonging -> number(itemId, viewer, inOrder));
  }

  private static Item managed(Item item, Viewer viewer) {
    if (!item.managedBy(viewer)) {
      throw new NotYourItemException();
    }
    return item;
  }

  private static void refuseOthers(List<UUID> inOrder, Set<UUID> belonging) {
    var others = new LinkedHashSet<>(inOrder);
    others.removeAll(belonging);
    if (!others.isEmpty()) {
      throw new ForeignImagesException(others);
    }
  }

  private Mono<Void> number(String itemId, Viewer viewer, List<UUID> inOrder) {
    return Flux.fromStream(() -> IntStream.range(0, inOrder.size()).boxed())
        .flatMap(
            number ->
                edits.editIfThere(
                    inOrder.get(number),
                    image ->
                        Mono.just(image)
                            .filter(there -> PrimaryImages.counts(there, itemId))
                            .filter(there -> there.details().placement().order() != number)
                            .map(there -> numbered(there, viewer, number))),
            AT_A_TIME)
        .then();
  }

  private ImageChange numbered(ImageRecord image, Viewer viewer, int number) {
    var itemId = image.details().placement().itemId();
    return new ImageChange.Updated(
        image.changedBy(viewer.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS)),
        image.details().at(new Placement(itemId, number)),
        ImageChange.Curation.of(image),
        List.of("order"));
  }
}
