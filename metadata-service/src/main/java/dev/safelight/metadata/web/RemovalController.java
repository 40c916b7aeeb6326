package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.removal.RemovalService;
import dev.safelight.webapi.Caller;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Deleting images, for a while or for good, and taking it back. */
@RestController
@RequestMapping("/api/images/{id}")
class RemovalController {

  private static final String PERMANENT = "permanent";

  private final CatalogService catalog;
  private final RemovalService removals;
  private final ImageAnswers answers;

  RemovalController(CatalogService catalog, RemovalService removals, ImageAnswers answers) {
    this.catalog = catalog;
    this.removals = removals;
    this.answers = answers;
  }

  /** Deletes the image; it can be restored for a while, unless it is to be permanent. */
  @DeleteMapping
  Mono<ResponseEntity<Void>> delete(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    var viewer = Viewers.writing(caller);
    var permanent = permanent(parameters);
    return ImageController.existing(id)
        .flatMap(image -> permanent ? removals.purge(image, viewer) : catalog.delete(image, viewer))
        .thenReturn(ResponseEntity.noContent().<Void>build())
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  /** Brings the image back. */
  @PostMapping("/restore")
  Mono<ResponseEntity<ImageJson>> restore(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    var viewer = Viewers.writing(caller);
    new QueryReader(parameters).knowOnly(Set.of()).refuseMistakes();
    return ImageController.existing(id)
        .flatMap(image -> removals.restore(image, viewer))
        .flatMap(image -> answers.one(image, viewer))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  private static boolean permanent(MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(Set.of(PERMANENT));
    var permanent = query.read(PERMANENT, RemovalController::truth, "must be true or false");
    query.refuseMistakes();
    return Boolean.TRUE.equals(permanent);
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
