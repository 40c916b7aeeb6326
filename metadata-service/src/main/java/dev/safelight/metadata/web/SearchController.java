package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.search.ImagePage;
import dev.safelight.metadata.search.PerceptualHash;
import dev.safelight.metadata.search.SearchService;
import dev.safelight.webapi.Caller;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists of images, to each what they may read of them. */
@RestController
class SearchController {

  private static final int DEFAULT_ALIKE = 20;
  private static final int MOST_ALIKE = 100;

  private final SearchService search;
  private final ImageAnswers answers;

  SearchController(SearchService search, ImageAnswers answers) {
    this.search = search;
    this.answers = answers;
  }

  /** The caller's own images, or those that an owner, an item or everybody has for the caller. */
  @GetMapping("/api/images")
  Mono<ResponseEntity<ImageListJson>> list(
      Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    if (!Viewers.mayRead(caller) && !FilterReader.isOpen(parameters)) {
      return Mono.error(new AccessDeniedException("One's own images need " + Viewers.READ));
    }
    return answer(ListQuery.of(parameters, Viewers.reading(caller)), caller);
  }

  /** The images of an item, as it arranges them. */
  @GetMapping("/api/items/{itemId}/images")
  Mono<ResponseEntity<ImageListJson>> ofItem(
      Caller caller,
      @PathVariable String itemId,
      @RequestParam MultiValueMap<String, String> parameters) {
    return answer(ListQuery.ofItem(parameters, Viewers.reading(caller), itemId), caller);
  }

  /** The image of an item that was uploaded last. */
  @GetMapping("/api/items/{itemId}/images/latest")
  Mono<ResponseEntity<ImageJson>> latest(
      Caller caller,
      @PathVariable String itemId,
      @RequestParam MultiValueMap<String, String> parameters) {
    var viewer = Viewers.reading(caller);
    return search
        .first(ListQuery.latest(parameters, viewer, itemId))
        .flatMap(image -> answers.one(image, viewer))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  /** Images that look like this one. */
  @GetMapping("/api/images/{id}/similar")
  Mono<ResponseEntity<ImageListJson.Alike>> alike(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(Set.of("distance", "limit"));
    var distance = atMost(query, "distance", 0, PerceptualHash.FARTHEST, PerceptualHash.FARTHEST);
    var limit = atMost(query, "limit", 1, MOST_ALIKE, DEFAULT_ALIKE);
    query.refuseMistakes();
    var viewer = Viewers.reading(caller);
    return ImageController.existing(id)
        .flatMapMany(imageId -> search.alike(imageId, viewer, distance, limit))
        .collectList()
        .flatMap(found -> answers.alike(found, viewer))
        .map(found -> fresh().body(new ImageListJson.Alike(found)))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  private Mono<ResponseEntity<ImageListJson>> answer(ListQuery asked, Caller caller) {
    var page = asked.page() == null ? onwards(asked) : numbered(asked, asked.page());
    return page.map(list -> fresh().body(list)).onErrorMap(failure -> Refusals.of(failure, caller));
  }

  private Mono<ImageListJson> onwards(ListQuery asked) {
    return search
        .after(asked.query(), asked.cursor(), asked.limit())
        .flatMap(page -> json(page, asked.query().viewer(), null));
  }

  private Mono<ImageListJson> numbered(ListQuery asked, int number) {
    var limit = asked.limit();
    return Mono.zip(
            search.numbered(asked.query(), number, limit),
            search.count(asked.query(), ListQuery.DEEPEST))
        .flatMap(
            both ->
                json(
                    both.getT1(), asked.query().viewer(), pagination(number, limit, both.getT2())));
  }

  private static ImageListJson.Pagination pagination(int page, int limit, long total) {
    return new ImageListJson.Pagination(page, limit, total, Math.ceilDiv(total, limit));
  }

  private Mono<ImageListJson> json(
      ImagePage page, Viewer viewer, ImageListJson.@Nullable Pagination pagination) {
    return answers
        .all(page.images(), viewer)
        .map(images -> new ImageListJson(images, page.next(), pagination));
  }

  private static int atMost(QueryReader query, String name, int least, int most, int otherwise) {
    var rule = "must be one of " + least + " to " + most;
    return Objects.requireNonNullElse(
        query.read(name, QueryReader.between(least, most), rule), otherwise);
  }

  private static ResponseEntity.BodyBuilder fresh() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .varyBy(HttpHeaders.AUTHORIZATION);
  }
}
