package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadService;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.Quotas;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.Problems;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/uploads/limits}. */
@RestController
class LimitsController {

  private final UploadService uploads;
  private final Quotas quotas;
  private final UploadRates rates;
  private final RequestProperties requests;

  LimitsController(
      UploadService uploads, Quotas quotas, UploadRates rates, RequestProperties requests) {
    this.uploads = uploads;
    this.quotas = quotas;
    this.rates = rates;
    this.requests = requests;
  }

  /** What the caller may send now, for clients that check first. Asking counts nothing. */
  @GetMapping("/api/uploads/limits")
  Mono<LimitsView> limits(Caller caller, ServerHttpRequest request) {
    return quotas
        .usage(caller.subject())
        .zipWith(
            rates.left(caller.subject(), request),
            (usage, left) -> LimitsView.of(uploads.limits(), requests.maxFiles(), usage, left))
        .onErrorMap(UploadUnavailableException.class, away -> Problems.unavailable());
  }
}
