package dev.safelight.metadata.item;

import dev.safelight.metadata.catalog.Viewer;
import java.time.Instant;

/**
 * What images belong to. Its version rises with every change and goes on where it stopped when the
 * id of a deleted one is used again, so that of two versions the higher is always the later.
 *
 * @param id as its creator chose it
 * @param owner opaque id of the account that created it
 * @param details what can be changed
 * @param life since when it is, and whether it still is
 * @param version counts changes from 1
 */
public record Item(String id, String owner, ItemDetails details, Life life, long version) {

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
    return new Item(id, owner, details, new Life(now, now, false), 1);
  }

  /** A new one under the id of this one, which is deleted. */
  Item followedBy(String newOwner, ItemDetails newDetails, Instant now) {
    return new Item(id, newOwner, newDetails, new Life(now, now, false), version + 1);
  }

  Item changed(ItemDetails newDetails, Instant now) {
    return new Item(id, owner, newDetails, new Life(life.createdAt(), now, false), version + 1);
  }

  /** What is left of it: nothing that somebody wrote. */
  Item buried(Instant now) {
    return new Item(
        id,
        owner,
        ItemDetails.nothing(details.kind()),
        new Life(life.createdAt(), now, true),
        version + 1);
  }

  /** Whether {@code viewer} may know of it. */
  boolean visibleTo(Viewer viewer) {
    return details.openToEveryone() || managedBy(viewer);
  }

  /** Whether {@code viewer} may change or delete it. */
  boolean managedBy(Viewer viewer) {
    return viewer.admin() || owner.equals(viewer.subject());
  }
}
