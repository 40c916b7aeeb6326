package dev.safelight.metadata.web;

import dev.safelight.metadata.person.ErasureService;
import dev.safelight.metadata.person.Receipt;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.Problems;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Erases people who want that, and shows the receipts. */
@RestController
class ErasureController {

  /** In the query, as the body of a DELETE may get lost on its way (RFC 9110, section 9.3.5). */
  private static final String CONFIRMATION = "erase-everything";

  private static final String RECEIPTS = "/api/receipts/";

  private final ErasureService erasures;

  ErasureController(ErasureService erasures) {
    this.erasures = erasures;
  }

  /** Erases everything of the caller. */
  @DeleteMapping("/api/me")
  Mono<ResponseEntity<ReceiptJson>> erase(
      Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    refuseUnlessConfirmed(parameters);
    return erasures
        .erase(caller.subject())
        .map(signed -> answer(HttpStatus.ACCEPTED, signed))
        .onErrorMap(failure -> PersonRefusals.of(failure, caller));
  }

  /** A receipt, for whoever has its address. */
  @GetMapping(RECEIPTS + "{id}")
  Mono<ResponseEntity<ReceiptJson>> receipt(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    var brought = signature(parameters);
    return Mono.justOrEmpty(parse(id))
        .flatMap(receipt -> erasures.receipt(receipt, brought))
        .map(signed -> answer(HttpStatus.OK, signed))
        .switchIfEmpty(Mono.error(Problems::notFound))
        .onErrorMap(failure -> PersonRefusals.of(failure, caller));
  }

  private static ResponseEntity<ReceiptJson> answer(HttpStatus status, Receipt.Signed signed) {
    var answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    if (status == HttpStatus.ACCEPTED) {
      answer.location(URI.create(RECEIPTS + signed.receipt().id()));
    }
    return answer.body(ReceiptJson.of(signed));
  }

  private static void refuseUnlessConfirmed(MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(Set.of("confirm"));
    var rule = "must be " + CONFIRMATION + ", as nothing of what is erased can be brought back";
    var confirmed =
        query.read("confirm", text -> Optional.of(text).filter(CONFIRMATION::equals), rule);
    query.refuseMistakes();
    if (confirmed == null) {
      throw Refusals.badQuery(List.of(Refusals.error("confirm", rule)));
    }
  }

  private static @Nullable String signature(MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(Set.of("signature"));
    var signature = query.read("signature", Optional::of, "must be given once");
    query.refuseMistakes();
    return signature;
  }

  private static Optional<UUID> parse(String id) {
    try {
      return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equals(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
