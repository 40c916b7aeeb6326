package dev.safelight.metadata.rebuild;

import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.item.Item;

/** Something that a topic holds. */
public sealed interface Fact {

  /** Id of what it is about; facts of one subject are told in the order in which they happened. */
  String subject();

  /**
   * The pipeline said something of an image.
   *
   * @param event what
   */
  record Said(ImageEvent event) implements Fact {

    @Override
    public String subject() {
      return event.imageId().toString();
    }
  }

  /**
   * Somebody did something to an image.
   *
   * @param change what
   */
  record Done(ImageChange change) implements Fact {

    @Override
    public String subject() {
      return change.cause().imageId().toString();
    }
  }

  /**
   * What an item was from then on.
   *
   * @param item all of it
   */
  record Itemized(Item item) implements Fact {

    @Override
    public String subject() {
      return item.id();
    }
  }
}
