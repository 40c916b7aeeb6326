package dev.safelight.metadata.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.catalog.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What images belong to. Its version rises with every change and goes on where it stopped when the
 * id of a deleted one is used again, so that of two versions the higher is always the later.
 *
 * @param id as its creator chose it
 * @param owner opaque id of the account that created it
 * @param details what can be changed
 * @param primary the image that was chosen to stand for it; null where none was
 * @param life since when it is, and whether it still is
 * @param version counts changes from 1
 * @param change what made this version, known only until it was told; null from then on
 */
public record Item(
    String id,
    String owner,
    ItemDetails details,
    @Nullable Choice primary,
    Life life,
    long version,
    @Nullable ItemChange change) {

  /** A version of which nobody knows any more what made it. */
  public Item(
      String id,
      String owner,
      ItemDetails details,
      @Nullable Choice primary,
      Life life,
      long version) {
    this(id, owner, details, primary, life, version, null);
  }

  /**
   * That an image was chosen to stand for an item. It counts while that image belongs to the item
   * and is not deleted.
   *
   * @param imageId the image
   * @param since when it was chosen; of two choices the later one counts
   */
  public record Choice(UUID imageId, Instant since) {}

  /**
   * Since when an item is.
   *
   * @param createdAt when it was created
   * @param updatedAt when it was last changed
   * @param deleted whether it is gone and only kept for its version
   */
  public record Life(Instant createdAt, Instant updatedAt, boolean deleted) {}

  /** One that never was before. */
  static Item first(String id, String owner, ItemDetails details, Instant now) {
    return new Item(
        id, owner, details, null, new Life(now, now, false), 1, ItemChange.created(owner));
  }

  /** A new one under the id of this one, which is deleted. */
  Item followedBy(String newOwner, ItemDetails newDetails, Instant now) {
    return new Item(
        id,
        newOwner,
        newDetails,
        null,
        new Life(now, now, false),
        version + 1,
        ItemChange.created(newOwner));
  }

  Item changed(ItemDetails newDetails, @Nullable String by, Instant now) {
    return new Item(
        id,
        owner,
        newDetails,
        primary,
        new Life(life.createdAt(), now, false),
        version + 1,
        ItemChange.changed(by, details.differences(newDetails)));
  }

  /**
   * The same item, for which another image stands. Choices have different times, so that of two
   * there is always a later one.
   *
   * @param at when it was chosen; a moment later than the choice before in any case
   * @param by opaque id of the account that chose; null where nobody did
   */
  public Item represented(UUID image, Instant at, @Nullable String by) {
    var images = primary == null ? List.of(image) : List.of(image, primary.imageId());
    var since =
        primary == null || primary.since().isBefore(at) ? at : primary.since().plusMillis(1);
    var updatedAt = at.isAfter(life.updatedAt()) ? at : life.updatedAt();
    return new Item(
        id,
        owner,
        details,
        new Choice(image, since),
        new Life(life.createdAt(), updatedAt, false),
        version + 1,
        ItemChange.chosen(by, images));
  }

  /** What is left of it: nothing that somebody wrote. */
  Item buried(@Nullable String by, Instant now) {
    return remains(owner, ItemChange.deleted(by), now);
  }

  /** What is left of it, and nobody's: of one that was buried before, too. */
  public Item disowned(Instant now) {
    var change =
        life.deleted() ? ItemChange.changed(null, List.of("owner")) : ItemChange.deleted(null);
    return remains("", change, now);
  }

  private Item remains(String newOwner, ItemChange lastChange, Instant now) {
    return new Item(
        id,
        newOwner,
        ItemDetails.nothing(details.kind()),
        null,
        new Life(life.createdAt(), now, true),
        version + 1,
        lastChange);
  }

  /** Identity of the fact that it is of this version: told again, it is the same. */
  public UUID eventId() {
    return UUID.nameUUIDFromBytes(("item.changed " + version + ' ' + id).getBytes(UTF_8));
  }

  /** Whether {@code viewer} may know of it. */
  public boolean visibleTo(Viewer viewer) {
    return details.openToEveryone() || managedBy(viewer);
  }

  /** Whether {@code viewer} may change or delete it. */
  public boolean managedBy(Viewer viewer) {
    return viewer.admin() || owner.equals(viewer.subject());
  }
}
