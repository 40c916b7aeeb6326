package dev.safelight.metadata.item;

import dev.safelight.metadata.catalog.ForbiddenException;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Answers what people ask about items, each by the item it touches, and changes them. */
public class ItemService {

  /** Somebody who does not mind which version is deleted need not hear of others' changes. */
  private static final Retry LOOK_AGAIN =
      Retry.max(3)
          .filter(ItemChangedException.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> last.failure());

  private final Items items;
  private final ItemImages images;
  private final Detaching detaching;
  private final Runnable announcing;
  private final Clock clock;
  private final ItemIds ids;

  /**
   * Composes the service.
   *
   * @param announcing called when something new is in the outbox; must not block
   */
  public ItemService(
      Items items, ItemImages images, Detaching detaching, Runnable announcing, Clock clock) {
    this.items = items;
    this.images = images;
    this.detaching = detaching;
    this.announcing = announcing;
    this.clock = clock;
    this.ids = new ItemIds(clock);
  }

  /**
   * Creates an item. Fails with {@link ItemExistsException} if there is one of this id.
   *
   * @param id as its creator wants it; null for one of ours
   */
  public Mono<Item> create(@Nullable String id, String owner, ItemDetails details) {
    var item = Item.first(id == null ? ids.next() : id, owner, details, now());
    return items
        .add(item)
        .flatMap(added -> added ? Mono.just(item) : succeed(item))
        .doOnNext(created -> announcing.run());
  }

  /** An item. Fails with {@link ItemNotFoundException} if it is unknown or not for the viewer. */
  public Mono<Item> get(String id, Viewer viewer) {
    return items
        .find(id)
        .filter(item -> !item.life().deleted() && item.visibleTo(viewer))
        .switchIfEmpty(Mono.error(ItemNotFoundException::new));
  }

  /** At most {@code limit} items of a listing, and where to go on. */
  public Mono<ItemPage> list(ItemListing listing, int limit) {
    return items
        .list(listing, limit + 1)
        .collectList()
        .map(
            found ->
                found.size() > limit
                    ? new ItemPage(found.subList(0, limit), found.get(limit - 1).id())
                    : new ItemPage(found, null));
  }

  /**
   * Changes an item. Fails as {@link #get} does, with {@link ForbiddenException} if the viewer may
   * only look at it, and with {@link ItemChangedException} if it is not as expected.
   */
  public Mono<Item> change(
      String id, Viewer viewer, ItemDetails details, Predicate<Item> asExpected) {
    return managed(id, viewer, asExpected)
        .map(item -> item.changed(details, viewer.subject(), now()))
        .flatMap(this::replaced);
  }

  /**
   * Deletes an item; its images then belong to none. Fails as {@link #change} does, and with {@link
   * ItemInUseException} if there are any images and this is not forced.
   */
  public Mono<Void> delete(String id, Viewer viewer, Predicate<Item> asExpected, boolean force) {
    return managed(id, viewer, asExpected)
        .delayUntil(item -> force ? Mono.empty() : unused(item))
        .map(item -> item.buried(viewer.subject(), now()))
        .flatMap(this::replaced)
        .retryWhen(LOOK_AGAIN)
        .flatMap(detaching::all);
  }

  private Mono<Item> managed(String id, Viewer viewer, Predicate<Item> asExpected) {
    return get(id, viewer).doOnNext(item -> refuse(item, viewer, asExpected));
  }

  private static void refuse(Item item, Viewer viewer, Predicate<Item> asExpected) {
    if (!item.managedBy(viewer)) {
      throw new ForbiddenException("Only its owner or an administrator may change this item");
    }
    if (!asExpected.test(item)) {
      throw new ItemChangedException();
    }
  }

  private Mono<Void> unused(Item item) {
    return images
        .count(item.id())
        .filter(count -> count > 0)
        .flatMap(count -> Mono.error(new ItemInUseException(count)));
  }

  /** Takes the id of an item that was deleted. */
  private Mono<Item> succeed(Item item) {
    return items
        .find(item.id())
        .filter(former -> former.life().deleted())
        .map(former -> former.followedBy(item.owner(), item.details(), item.life().createdAt()))
        .filterWhen(items::replace)
        .switchIfEmpty(Mono.error(ItemExistsException::new));
  }

  private Mono<Item> replaced(Item item) {
    return items
        .replace(item)
        .filter(done -> done)
        .switchIfEmpty(Mono.error(ItemChangedException::new))
        .doOnNext(done -> announcing.run())
        .thenReturn(item);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
