package dev.safelight.metadata.edit;

import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageNotFoundException;
import dev.safelight.metadata.catalog.ImagePurgedException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.Items;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Which images stand for their items. The item names the one that does, so there is one at most.
 */
public class PrimaryImages {

  private final CatalogService catalog;
  private final Items items;
  private final Choosing choosing;
  private final Clock clock;

  /** Composes the service. */
  public PrimaryImages(CatalogService catalog, Items items, Choosing choosing, Clock clock) {

    this.catalog = catalog;
    this.items = items;
    this.choosing = choosing;
    this.clock = clock;
  }

  /** Those of some images that stand for their items, by one look at the items. */
  public Mono<Set<UUID>> among(Collection<ImageRecord> images) {
    var ids =
        images.stream()
            .map(image -> image.details().placement().itemId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return ids.isEmpty()
        ? Mono.just(Set.of())
        : items.findAll(ids).collectMap(Item::id).map(found -> among(images, found));
  }

  /**
   * The image that stands for an item. Fails with {@link
   * dev.safelight.metadata.item.ItemNotFoundException} if the item is unknown or not for the
   * viewer, and with {@link NoPrimaryImageException}.
   */
  public Mono<ImageRecord> of(String itemId, Viewer viewer) {
    return items
        .find(itemId)
        .filter(item -> !item.life().deleted())
        .mapNotNull(Item::primary)
        .flatMap(choice -> catalog.get(choice.imageId(), viewer, Duration.ZERO))
        .filter(image -> counts(image, itemId))
        .onErrorResume(ImageNotFoundException.class, hidden -> Mono.empty())
        .onErrorResume(ImagePurgedException.class, gone -> Mono.empty())
        .switchIfEmpty(Mono.error(NoPrimaryImageException::new));
  }

  /**
   * Makes an image stand for its item. Fails with {@link ImageNotFoundException} if it is unknown
   * or not for the viewer, with {@link dev.safelight.metadata.catalog.ForbiddenException} or {@link
   * NotYourItemException} if the viewer may not change it or the item, and with {@link
   * NoItemException} if it belongs to none.
   *
   * @return the image as it is then
   */
  public Mono<ImageRecord> choose(UUID id, Viewer viewer) {
    return catalog
        .get(id, viewer, Duration.ZERO)
        .map(image -> image.requiring(ImageAction.CHANGE, viewer))
        .flatMap(image -> choosing.choose(image, viewer, now()))
        .then(Mono.defer(() -> catalog.get(id, viewer, Duration.ZERO)));
  }

  /**
   * Makes an image that was uploaded for that stand for its item: where no image does, or its
   * uploader owns the item, unless another one was chosen since. Does no harm when it is done
   * twice.
   */
  public Mono<Void> claim(UUID id) {
    return choosing.claim(id);
  }

  /** Whether an image may stand for an item. */
  static boolean counts(ImageRecord image, String itemId) {
    return itemId.equals(image.details().placement().itemId()) && !image.isDeleted();
  }

  private static Set<UUID> among(Collection<ImageRecord> images, Map<String, Item> items) {
    return images.stream()
        .filter(image -> !image.isDeleted())
        .filter(image -> isPrimary(image, items.get(image.details().placement().itemId())))
        .map(ImageRecord::id)
        .collect(Collectors.toSet());
  }

  private static boolean isPrimary(ImageRecord image, @Nullable Item item) {
    var choice = item == null ? null : item.primary();
    return choice != null && choice.imageId().equals(image.id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
