package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageIds;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.moderation.HeldImages;
import dev.safelight.metadata.moderation.ModerationService;
import dev.safelight.webapi.Caller;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What waits for moderators, and what they decide. */
@RestController
class ModerationController {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST = 100;

  private final ModerationService moderation;
  private final HeldImages held;
  private final ImageAnswers answers;

  ModerationController(ModerationService moderation, HeldImages held, ImageAnswers answers) {
    this.moderation = moderation;
    this.held = held;
    this.answers = answers;
  }

  /**
   * A page of the queue.
   *
   * @param images the oldest first
   * @param nextCursor gives the next page; null on the last
   */
  record Queue(List<ImageJson> images, @Nullable String nextCursor) {}

  /** Approves or refuses an image. */
  @PostMapping(path = "/api/images/{id}/moderation", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Void>> decide(
      Caller caller, @PathVariable String id, @RequestBody(required = false) byte[] body) {
    var wanted = ModerationBody.of(body);
    return ImageController.existing(id)
        .flatMap(
            imageId ->
                moderation.decide(
                    imageId, Viewers.writing(caller), wanted.approved(), wanted.reason()))
        .thenReturn(ResponseEntity.noContent().<Void>build())
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  /** Images that wait, the oldest first. */
  @GetMapping("/api/admin/moderation")
  Mono<Queue> queue(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(Set.of("limit", "cursor"));
    var wanted = query.read("limit", QueryReader.between(1, MOST), "must be 1 to " + MOST);
    var after = query.read("cursor", ImageIds::parse, "is not a cursor of this list");
    query.refuseMistakes();
    int limit = Objects.requireNonNullElse(wanted, DEFAULT_LIMIT);
    return held.list(after, limit + 1)
        .collectList()
        .flatMap(found -> page(found, limit, Viewers.writing(caller)))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  private Mono<Queue> page(List<ImageRecord> found, int limit, Viewer viewer) {
    var shown = found.stream().limit(limit).toList();
    var next = found.size() > limit ? shown.getLast().id().toString() : null;
    return answers.all(shown, viewer).map(images -> new Queue(images, next));
  }
}
