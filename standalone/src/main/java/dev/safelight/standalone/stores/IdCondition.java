package dev.safelight.standalone.stores;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one id that a query asks for, among other conditions. */
final class IdCondition {

  private static final String ID = "_id";

  private IdCondition() {}

  /** The id that a document needs to have; empty if any of several, or none, is asked for. */
  static Optional<String> of(Document query) {
    return query.get(ID) instanceof String id ? Optional.of(id) : ofAll(query.get("$and"));
  }

  private static Optional<String> ofAll(@Nullable Object conditions) {
    return conditions instanceof Collection<?> all
        ? all.stream()
            .filter(Document.class::isInstance)
            .map(Document.class::cast)
            .flatMap(condition -> of(condition).stream())
            .findFirst()
        : Optional.empty();
  }
}
