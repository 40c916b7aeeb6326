package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.Quotas;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.Problems;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/me/usage}. */
@RestController
class UsageController {

  private final Quotas quotas;

  UsageController(Quotas quotas) {
    this.quotas = quotas;
  }

  /** What the caller has, and may have. */
  @GetMapping("/api/me/usage")
  Mono<UsageView> usage(Caller caller) {
    return quotas
        .usage(caller.subject())
        .map(UsageView::of)
        .onErrorMap(UploadUnavailableException.class, away -> Problems.unavailable());
  }
}
