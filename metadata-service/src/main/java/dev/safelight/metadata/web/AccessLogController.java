package dev.safelight.metadata.web;

import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.accesslog.AccessLog.Position;
import dev.safelight.metadata.audit.AuditQuery;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.webapi.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who asked for pictures of an image; for its owner and for administrators. */
@RestController
class AccessLogController {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 100;
  private static final Set<String> KNOWN = Set.of("limit", "cursor");

  private final CatalogService catalog;
  private final AccessLog log;

  AccessLogController(CatalogService catalog, AccessLog log) {
    this.catalog = catalog;
    this.log = log;
  }

  private record Wanted(int limit, @Nullable Position last) {}

  /** Entries of the log, the newest first. */
  @GetMapping("/api/images/{id}/access-log")
  Mono<AccessJson.Listed> list(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    var wanted = wanted(parameters);
    var viewer = Viewers.reading(caller);
    return ImageController.existing(id)
        .flatMap(imageId -> catalog.get(imageId, viewer, Duration.ZERO))
        .map(image -> image.requiring(ImageAction.AUDIT, viewer).id())
        .flatMap(imageId -> page(imageId, wanted))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  private Mono<AccessJson.Listed> page(UUID imageId, Wanted wanted) {
    return log.list(imageId, wanted.last(), wanted.limit() + 1)
        .collectList()
        .map(found -> listed(found, wanted.limit()));
  }

  private static AccessJson.Listed listed(List<Access> found, int limit) {
    var shown = found.stream().limit(limit).toList();
    return new AccessJson.Listed(
        shown.stream().map(AccessJson::of).toList(),
        found.size() > limit ? cursor(shown.getLast()) : null);
  }

  private static Wanted wanted(MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(KNOWN);
    var limit = query.read("limit", QueryReader.between(1, MOST), "must be one of 1 to " + MOST);
    var last =
        query.read(
            "cursor", AccessLogController::position, "must be the nextCursor of another page");
    query.refuseMistakes();
    return new Wanted(Objects.requireNonNullElse(limit, DEFAULT_LIMIT), last);
  }

  /** Both logs go by time and id. */
  private static String cursor(Access last) {
    return AuditCursors.of(new AuditQuery.Position(last.at(), last.id()));
  }

  private static Optional<Position> position(String cursor) {
    return AuditCursors.parse(cursor).map(at -> new Position(at.at(), at.id()));
  }
}
