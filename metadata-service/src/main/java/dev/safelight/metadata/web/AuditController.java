package dev.safelight.metadata.web;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditQuery.Position;
import dev.safelight.metadata.audit.AuditTrail;
import dev.safelight.webapi.Caller;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who did what; for administrators. */
@RestController
class AuditController {

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  /** Entries of the log, the newest first. */
  @GetMapping("/api/admin/audit")
  Mono<AuditJson.Listed> list(
      Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    var wanted = AuditReader.of(parameters);
    return trail
        .list(wanted.query(), wanted.limit() + 1)
        .collectList()
        .map(found -> page(found, wanted.limit()))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  private static AuditJson.Listed page(List<AuditEntry> found, int limit) {
    var shown = found.stream().limit(limit).toList();
    return new AuditJson.Listed(
        shown.stream().map(AuditJson::of).toList(),
        found.size() > limit ? AuditCursors.of(Position.of(shown.getLast())) : null);
  }
}
