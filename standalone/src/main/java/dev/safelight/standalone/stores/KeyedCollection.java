package dev.safelight.standalone.stores;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that looks up a document by its id also where the query has further conditions. As
 * it comes, the server uses its index for a bare id only, and would look at every document for each
 * guarded update.
 */
final class KeyedCollection extends H2Collection {

  KeyedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      MVMap<String, Object> meta,
      CursorRegistry cursors) {
    super(database, name, options, documents, meta, cursors);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    var key = IdCondition.of(query).map(id -> new Document("_id", id)).orElse(null);
    var index = key == null ? null : indexFor(key);
    if (key == null || index == null) {
      return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }
    var found =
        StreamSupport.stream(index.getPositions(key).spliterator(), false)
            .map(this::getDocument)
            .filter(Objects::nonNull);
    return matchDocumentsFromStream(found, query, orderBy, skip, limit, batchSize, fields);
  }

  private @Nullable Index<Object> indexFor(Document key) {
    return getIndexes().stream().filter(index -> index.canHandle(key)).findFirst().orElse(null);
  }
}
