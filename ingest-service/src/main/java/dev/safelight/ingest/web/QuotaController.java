package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.QuotaService;
import dev.safelight.ingest.upload.ledger.Usage;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.Problems;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** {@code /api/admin/users/{subject}/quota}, for administrators. */
@RestController
@RequestMapping("/api/admin/users/{subject}/quota")
class QuotaController {

  private final QuotaService quotas;

  QuotaController(QuotaService quotas) {
    this.quotas = quotas;
  }

  /**
   * What an account has and may have.
   *
   * @param custom whether the limit is the account's own instead of the default
   */
  record QuotaView(
      String subject,
      long limit,
      boolean custom,
      long used,
      long reserved,
      long remaining,
      long images) {

    static QuotaView of(String subject, Usage usage) {
      return new QuotaView(
          subject,
          usage.limit(),
          usage.custom(),
          usage.used(),
          usage.reserved(),
          usage.remaining(),
          usage.images());
    }
  }

  /** What the account has and may have. */
  @GetMapping
  Mono<QuotaView> get(@PathVariable String subject) {
    return orUnavailable(view(subject));
  }

  /** Gives the account a limit of its own, as {@code {"limit": bytes}}. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<QuotaView> put(Caller caller, @PathVariable String subject, @RequestBody JsonNode body) {
    var limit = QuotaLimit.of(body);
    return orUnavailable(quotas.limit(subject, limit, caller.subject()).then(view(subject)));
  }

  /** Puts the account back to the default. */
  @DeleteMapping
  Mono<ResponseEntity<Void>> delete(Caller caller, @PathVariable String subject) {
    return orUnavailable(
        quotas
            .limit(subject, null, caller.subject())
            .thenReturn(ResponseEntity.noContent().<Void>build()));
  }

  private Mono<QuotaView> view(String subject) {
    return Mono.defer(() -> quotas.usage(subject)).map(usage -> QuotaView.of(subject, usage));
  }

  private static <T> Mono<T> orUnavailable(Mono<T> answer) {
    return answer.onErrorMap(UploadUnavailableException.class, away -> Problems.unavailable());
  }
}
