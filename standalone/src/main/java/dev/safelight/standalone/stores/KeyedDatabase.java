package dev.safelight.standalone.stores;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import org.h2.mvstore.MVStore;

/** A database of {@link KeyedCollection}s. */
final class KeyedDatabase extends H2Database {

  private final MVStore store;

  KeyedDatabase(String name, MVStore store, CursorRegistry cursors) {
    // The constructor below opens the collections there are.
    this.store = store;
    super(name, store, cursors);
  }

  /** In the maps that {@link H2Database} keeps a collection in. */
  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    var namespace = getFullCollectionNamespace(name);
    return new KeyedCollection(
        this,
        name,
        options,
        store.openMap("databases." + namespace),
        store.openMap("meta." + namespace),
        cursorRegistry);
  }
}
