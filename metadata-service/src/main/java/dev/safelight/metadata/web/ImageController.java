package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageIds;
import dev.safelight.metadata.catalog.ImageNotFoundException;
import dev.safelight.webapi.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/images")
class ImageController {

  private static final int LONGEST_WAIT_SECONDS = 30;

  private final CatalogService catalog;
  private final ImageAnswers answers;

  ImageController(CatalogService catalog, ImageAnswers answers) {
    this.catalog = catalog;
    this.answers = answers;
  }

  /** The image; with {@code wait}, once the pipeline is done with it or the time is over. */
  @GetMapping("/{id}")
  Mono<ResponseEntity<ImageJson>> get(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    var wait = wait(parameters);
    var viewer = Viewers.reading(caller);
    return existing(id)
        .flatMap(imageId -> catalog.get(imageId, viewer, wait))
        .flatMap(image -> answers.one(image, viewer))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  /** What is not an id is not the id of an image: the same answer as for one we don't know. */
  static Mono<UUID> existing(String id) {
    return Mono.justOrEmpty(ImageIds.parse(id))
        .switchIfEmpty(Mono.error(ImageNotFoundException::new));
  }

  private static Duration wait(MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters);
    var seconds =
        query.read(
            "wait",
            QueryReader.between(0, LONGEST_WAIT_SECONDS),
            "must be 0 to " + LONGEST_WAIT_SECONDS + " seconds");
    query.refuseMistakes();
    return Duration.ofSeconds(Objects.requireNonNullElse(seconds, 0));
  }
}
