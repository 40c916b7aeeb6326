package dev.safelight.metadata.person;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.item.Item;
import reactor.core.publisher.Flux;

/**
 * What an account has. Read as it is asked for, a page at a time, so that it takes no memory and
 * may take any time. Everything here fails with {@link
 * dev.safelight.metadata.catalog.CatalogUnavailableException} when it can't be reached.
 */
public interface Possessions {

  /** All its images that are not purged, the oldest first; deleted ones, too. */
  Flux<ImageRecord> images(String account);

  /** All its items, those that are deleted included. */
  Flux<Item> items(String account);
}
