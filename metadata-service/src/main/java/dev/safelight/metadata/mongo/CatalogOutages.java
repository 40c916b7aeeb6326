package dev.safelight.metadata.mongo;

import dev.safelight.database.DatabaseUnavailableException;
import dev.safelight.database.Outages;
import dev.safelight.metadata.catalog.CatalogUnavailableException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says in the words of the core that the database is away. */
final class CatalogOutages {

  private CatalogOutages() {}

  /** The single result of an operation, or {@link CatalogUnavailableException}. */
  static <T> Mono<T> mono(Publisher<T> operation) {
    return Outages.mono(operation)
        .onErrorMap(DatabaseUnavailableException.class, CatalogUnavailableException::new);
  }

  /** All results of an operation, or {@link CatalogUnavailableException}. */
  static <T> Flux<T> flux(Publisher<T> operation) {
    return Outages.flux(operation)
        .onErrorMap(DatabaseUnavailableException.class, CatalogUnavailableException::new);
  }
}
