package dev.safelight.database;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;

/**
 * The indexes of one collection. Every bean of this type is declared when the database is there.
 *
 * @param collection which one
 * @param indexes what it needs; not partial, which the embedded server would not do
 */
public record CollectionIndexes(MongoCollection<Document> collection, List<IndexModel> indexes) {

  /** Copies the list. */
  public CollectionIndexes {
    indexes = List.copyOf(indexes);
  }
}
