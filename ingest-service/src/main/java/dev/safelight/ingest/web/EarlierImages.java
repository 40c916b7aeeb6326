package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Catalog;
import dev.safelight.ingest.upload.Outcome;
import dev.safelight.ingest.upload.UploadUnavailableException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the image that a duplicate is of, as its sender may see it. One that is not shown any more,
 * as it was deleted a moment ago, is no reason to refuse the bytes: they are kept as a new image.
 */
@Component
class EarlierImages {

  private final Catalog catalog;

  EarlierImages(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The result of a file.
   *
   * @param name its cleaned name
   * @param outcome what became of it
   * @param kept makes a new image of it after all
   */
  Mono<FileResult> result(
      @Nullable String name, Outcome outcome, Mono<Outcome> kept, ServerHttpRequest request) {
    if (!(outcome instanceof Outcome.Duplicate(var earlier))) {
      return Mono.just(new FileResult(name, outcome));
    }
    var credentials = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return catalog
        .find(earlier, Objects.requireNonNullElse(credentials, ""))
        .map(image -> new FileResult(name, outcome, image))
        .switchIfEmpty(Mono.defer(() -> kept).map(other -> new FileResult(name, other)))
        .onErrorReturn(
            UploadUnavailableException.class, new FileResult(name, new Outcome.Unavailable()));
  }
}
