package dev.safelight.metadata.person;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Variant;
import dev.safelight.metadata.item.Item;
import java.util.List;

/**
 * One of the things that are erased, noted before it goes so that it is counted once, however often
 * the work is begun again.
 *
 * @param id unlike that of any other of the erasure
 * @param tally what it adds
 */
public record Piece(String id, Tally tally) {

  static Piece of(ImageRecord image) {
    var development = image.state().development();
    var pictures = development == null ? List.<Variant>of() : development.variants();
    var bytes = pictures.stream().mapToLong(Variant::size).sum();
    return new Piece("image " + image.id(), new Tally(1, pictures.size(), bytes, 0));
  }

  static Piece of(Item item) {
    return new Piece("item " + item.id(), item.life().deleted() ? Tally.NONE : Tally.ITEM);
  }
}
