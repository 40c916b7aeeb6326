package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Catalog;
import dev.safelight.ingest.upload.Fate;
import dev.safelight.ingest.upload.Outcome;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.webapi.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers an upload, once nothing of what is answered can be lost any more. */
@Component
class UploadAnswers {

  private final Catalog catalog;

  UploadAnswers(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The answer to a request that had these results, in the order of its files. */
  Mono<ResponseEntity<Object>> to(ServerHttpRequest request, List<FileResult> results) {
    if (results.size() > 1) {
      return several(results);
    }
    var result = results.getFirst();
    return switch (result.outcome()) {
      case Outcome.Accepted(var image) ->
          one(request.getHeaders(), image.id(), ImageView.of(image));
      case Outcome.Duplicate(var id) -> Mono.just(earlier(id, result));
      case Outcome.Refused _, Outcome.Unavailable _ -> Mono.error(result.problem().orElseThrow());
    };
  }

  private static ResponseEntity<Object> earlier(UUID id, FileResult result) {
    return about(HttpStatus.OK, id).body(result.earlier());
  }

  /** The answer for an image that is accepted, as {@code view} told it then. */
  Mono<ResponseEntity<Object>> to(ServerHttpRequest request, UUID imageId, Object view) {
    return one(request.getHeaders(), imageId, view);
  }

  /**
   * The answer to who would rather have an earlier image of theirs: that, as the catalog has it.
   */
  Mono<ResponseEntity<Object>> earlier(ServerHttpRequest request, UUID imageId) {
    var credentials = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return catalog
        .find(imageId, Objects.requireNonNullElse(credentials, ""))
        .onErrorResume(UploadUnavailableException.class, away -> Mono.empty())
        .<Object>map(image -> image)
        .defaultIfEmpty(Map.of("id", imageId))
        .map(body -> about(HttpStatus.OK, imageId).body(body));
  }

  private static URI locationOf(UUID imageId) {
    return URI.create("/api/images/" + imageId);
  }

  /** A wait is granted where there is one image to wait for; RFC 7240 lets us ignore the others. */
  private Mono<ResponseEntity<Object>> one(HttpHeaders headers, UUID id, Object view) {
    var wait = WaitPreference.of(headers.getOrEmpty(WaitPreference.HEADER));
    var credentials = headers.getFirst(HttpHeaders.AUTHORIZATION);
    if (wait.isEmpty() || credentials == null) {
      return Mono.just(pending(id, view, Optional.empty()));
    }
    return catalog
        .await(id, wait.get(), credentials)
        .map(
            fate ->
                switch (fate) {
                  case Fate.Ready(var json) -> created(id, wait).body((Object) json);
                  case Fate.Rejected rejected -> throw rejected(id, rejected, wait.get());
                  case Fate.Undecided() -> pending(id, view, wait);
                  case Fate.Unknown() -> pending(id, view, Optional.empty());
                });
  }

  private static ResponseEntity<Object> pending(UUID id, Object view, Optional<Duration> waited) {
    return created(id, waited).body(view);
  }

  private static ResponseEntity.BodyBuilder created(UUID id, Optional<Duration> waited) {
    var answer = about(HttpStatus.CREATED, id);
    waited.ifPresent(wait -> answer.header(WaitPreference.APPLIED, WaitPreference.applied(wait)));
    return answer;
  }

  private static ResponseEntity.BodyBuilder about(HttpStatus status, UUID id) {
    return ResponseEntity.status(status)
        .location(locationOf(id))
        .contentType(MediaType.APPLICATION_JSON)
        .header("X-Image-ID", id.toString());
  }

  private static ProblemException rejected(UUID id, Fate.Rejected fate, Duration wait) {
    return UploadProblems.rejected(id, fate)
        .withHeader(WaitPreference.APPLIED, WaitPreference.applied(wait));
  }

  private static Mono<ResponseEntity<Object>> several(List<FileResult> results) {
    var images = results.stream().flatMap(result -> result.image().stream()).toList();
    var problems = results.stream().flatMap(result -> result.problem().stream()).toList();
    var errors =
        results.stream()
            .flatMap(
                result ->
                    result.problem().stream()
                        .map(problem -> FileResult.named(result.name(), problem)))
            .toList();
    return images.isEmpty()
        ? Mono.error(worst(problems).with("errors", errors))
        : Mono.just(
            ResponseEntity.status(
                    results.stream().anyMatch(FileResult::isNew)
                        ? HttpStatus.CREATED
                        : HttpStatus.OK)
                .body(Map.of("images", images, "errors", errors)));
  }

  /** Ours before theirs: what failed for our fault is worth another try as it is. */
  private static ProblemException worst(List<ProblemException> problems) {
    return problems.stream()
        .filter(problem -> problem.getStatusCode().is5xxServerError())
        .findFirst()
        .orElse(problems.getFirst());
  }
}
