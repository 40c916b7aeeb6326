package dev.safelight.metadata.person;

import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemChangedException;
import dev.safelight.metadata.item.Items;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes away from an account what it has, and what others share with it. */
public class Emptying {

  private static final int AT_A_TIME = 8;
  private static final Retry LOOK_AGAIN =
      Retry.max(10).filter(ItemChangedException.class::isInstance);

  private final Possessions possessions;
  private final Purges purges;
  private final Items items;
  private final Shares shares;
  private final ImageEdits edits;
  private final Clock clock;

  /** Composes it. */
  public Emptying(
      Possessions possessions,
      Purges purges,
      Items items,
      Shares shares,
      ImageEdits edits,
      Clock clock) {
    this.possessions = possessions;
    this.purges = purges;
    this.items = items;
    this.shares = shares;
    this.edits = edits;
    this.clock = clock;
  }

  /** Asks for all images to be purged, each after it is noted. */
  Mono<Void> images(String account, Notebook notebook) {
    return possessions
        .images(account)
        .flatMap(
            image ->
                notebook
                    .note(Piece.of(image))
                    .then(Mono.defer(() -> purges.request(image)))
                    .thenReturn(image),
            AT_A_TIME,
            AT_A_TIME)
        .then();
  }

  /** Asks for images to be purged that were uploaded before a moment, and turned up only now. */
  Mono<Void> imagesOf(String account, Instant until) {
    return possessions
        .images(account)
        .filter(image -> !image.upload().at().isAfter(until))
        .concatMap(image -> purges.request(image).thenReturn(image))
        .then();
  }

  /** Buries all items, each after it is noted; nobody owns them any more. */
  Mono<Void> items(String account, Notebook notebook) {
    return possessions
        .items(account)
        .concatMap(
            item ->
                notebook
                    .note(Piece.of(item))
                    .then(Mono.defer(() -> bury(item.id(), account)))
                    .thenReturn(item))
        .then();
  }

  /** Ends what others share with it. */
  Mono<Void> shares(String account) {
    return shares.with(account).concatMap(image -> unshare(image, account)).then();
  }

  /** Whether nothing is left. */
  Mono<Boolean> isDone(String account) {
    return possessions
        .images(account)
        .hasElements()
        .flatMap(
            any ->
                any ? Mono.just(false) : possessions.items(account).hasElements().map(it -> !it));
  }

  private Mono<Void> bury(String id, String account) {
    return Mono.defer(() -> items.find(id))
        .filter(item -> item.owner().equals(account))
        .map(item -> item.disowned(now()))
        .flatMap(this::replaced)
        .retryWhen(LOOK_AGAIN);
  }

  private Mono<Void> replaced(Item item) {
    return items
        .replace(item)
        .flatMap(done -> done ? Mono.empty() : Mono.error(new ItemChangedException()));
  }

  private Mono<ImageRecord> unshare(UUID id, String account) {
    return edits.edit(
        id,
        image ->
            Mono.just(image)
                .filter(there -> there.details().audience().sharedWith().contains(account))
                .map(there -> withdrawn(there, account)));
  }

  private ImageChange withdrawn(ImageRecord image, String account) {
    var details = image.details();
    var audience = details.audience();
    var others = audience.sharedWith().stream().filter(name -> !name.equals(account)).toList();
    var narrower =
        new ImageDetails(
            details.placement(), details.description(), new Audience(audience.everyone(), others));
    return new ImageChange.Updated(
        image.changedBy(null, now()),
        narrower,
        ImageChange.Curation.of(image),
        List.of("sharedWith"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Where things are noted before they go. */
  @FunctionalInterface
  interface Notebook {
    Mono<Void> note(Piece piece);
  }
}
