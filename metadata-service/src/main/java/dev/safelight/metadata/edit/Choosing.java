package dev.safelight.metadata.edit;

import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.ImagePurgedException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemChangedException;
import dev.safelight.metadata.item.Items;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Writes into items which image stands for them; of two choices the later one counts. */
public class Choosing {

  /** Every round one of those who want to choose does. */
  private static final Retry LOOK_AGAIN =
      Retry.backoff(100, Duration.ofMillis(2))
          .maxBackoff(Duration.ofMillis(100))
          .filter(ItemChangedException.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> last.failure());

  private final Catalog catalog;
  private final Items items;
  private final Successions successions;
  private final Runnable announcing;

  /**
   * Composes the service.
   *
   * @param announcing called when something new is in the outbox of the items; must not block
   */
  public Choosing(Catalog catalog, Items items, Successions successions, Runnable announcing) {
    this.catalog = catalog;
    this.items = items;
    this.successions = successions;
    this.announcing = announcing;
  }

  /** By somebody, who has to manage the item. */
  Mono<Void> choose(ImageRecord image, Viewer viewer, Instant at) {
    return itemOf(image)
        .switchIfEmpty(Mono.error(NoItemException::new))
        .map(item -> managed(item, viewer))
        .filter(item -> !names(item, image.id()))
        .flatMap(item -> replaced(item.represented(image.id(), at, viewer.subject())))
        .retryWhen(LOOK_AGAIN);
  }

  /** By the upload of the image. */
  Mono<Void> claim(UUID id) {
    return find(id)
        .filter(image -> !image.isDeleted())
        .flatMap(
            image ->
                itemOf(image)
                    .filterWhen(item -> claims(image, item))
                    .flatMap(item -> claimed(image, item)))
        .retryWhen(LOOK_AGAIN);
  }

  private Mono<Void> claimed(ImageRecord image, Item item) {
    var upload = image.upload();
    return replaced(item.represented(image.id(), upload.at(), upload.owner()));
  }

  private Mono<Boolean> claims(ImageRecord image, Item item) {
    var former = item.primary();
    if (former == null) {
      return Mono.just(true);
    }
    if (former.imageId().equals(image.id()) || !former.since().isBefore(image.upload().at())) {
      return Mono.just(false);
    }
    return item.owner().equals(image.upload().owner())
        ? Mono.just(true)
        : find(former.imageId())
            .map(there -> there.isRejected() || !PrimaryImages.counts(there, item.id()))
            .defaultIfEmpty(true);
  }

  private Mono<ImageRecord> find(UUID id) {
    return catalog.find(id).onErrorResume(ImagePurgedException.class, gone -> Mono.empty());
  }

  private Mono<Item> itemOf(ImageRecord image) {
    return Mono.justOrEmpty(image.details().placement().itemId())
        .flatMap(items::find)
        .filter(item -> !item.life().deleted());
  }

  private static Item managed(Item item, Viewer viewer) {
    if (!item.managedBy(viewer)) {
      throw new NotYourItemException();
    }
    return item;
  }

  private static boolean names(Item item, UUID image) {
    var choice = item.primary();
    return choice != null && choice.imageId().equals(image);
  }

  private Mono<Void> replaced(Item item) {
    return items
        .replace(item)
        .filter(done -> done)
        .switchIfEmpty(Mono.error(ItemChangedException::new))
        .flatMap(done -> successions.tell(item))
        .doOnTerminate(announcing);
  }
}
