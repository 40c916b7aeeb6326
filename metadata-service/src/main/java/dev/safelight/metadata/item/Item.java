package dev.safelight.metadata.item;

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
 * @param succession what else is to be told of this version, and known only until it was; null
 *     where it is the same image as before that stands for it
 */
public record Item(
    String id,
    String owner,
    ItemDetails details,
    @Nullable Choice primary,
    Life life,
    long version,
    @Nullable Succession succession) {

  /** A version of which nothing is to be told but itself. */
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
   * That another image stands for the item since a version.
   *
   * @param images those of which it is to be told: the one that does, and the one that did
   * @param by opaque id of the account that chose; null where nobody did
   */
  public record Succession(List<UUID> images, @Nullable String by) {}

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
    return new Item(id, owner, details, null, new Life(now, now, false), 1);
  }

  /** A new one under the id of this one, which is deleted. */
  Item followedBy(String newOwner, ItemDetails newDetails, Instant now) {
    return new Item(id, newOwner, newDetails, null, new Life(now, now, false), version + 1);
  }

  Item changed(ItemDetails newDetails, Instant now) {
    var changed = new Life(life.createdAt(), now, false);
    return new Item(id, owner, newDetails, primary, changed, version + 1);
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
        new Succession(images, by));
  }

  /** What is left of it: nothing that somebody wrote. */
  Item buried(Instant now) {
    return new Item(
        id,
        owner,
        ItemDetails.nothing(details.kind()),
        null,
        new Life(life.createdAt(), now, true),
        version + 1);
  }

  /** What is left of it, and nobody's: of one that was buried before, too. */
  public Item disowned(Instant now) {
    return new Item(
        id,
        "",
        ItemDetails.nothing(details.kind()),
        null,
        new Life(life.createdAt(), now, true),
        version + 1);
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
