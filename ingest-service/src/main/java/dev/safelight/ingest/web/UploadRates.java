package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.RateDecision;
import dev.safelight.ingest.upload.RateScope;
import dev.safelight.ingest.upload.Rates;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The limits of whoever sends a request: of the account and of the address. */
@Component
class UploadRates {

  private final Rates rates;
  private final ClientAddresses addresses;

  UploadRates(Rates rates, ClientAddresses addresses) {
    this.rates = rates;
    this.addresses = addresses;
  }

  /**
   * Counts one upload of this sender, and remembers what is left for the answer's headers.
   *
   * @return the limit that does not let it in, or empty
   */
  Mono<RateDecision> refusal(String subject, ServerHttpRequest request) {
    var address = addresses.of(request);
    return rates
        .take(RateScope.USER, subject)
        .flatMapMany(user -> Flux.concat(Mono.just(user), besides(user, address)))
        .switchIfEmpty(rates.take(RateScope.ADDRESS, address))
        .doOnNext(RateHeaders.of(request)::add)
        .collectList()
        .mapNotNull(decisions -> RateHeaders.refusal(decisions).orElse(null));
  }

  /** An account that may not send more takes nothing from others at its address. */
  private Mono<RateDecision> besides(RateDecision user, String address) {
    return user.granted()
        ? rates.take(RateScope.ADDRESS, address)
        : rates.look(RateScope.ADDRESS, address);
  }

  /** What this sender has left; counts nothing. */
  Mono<List<RateDecision>> left(String subject, ServerHttpRequest request) {
    return Flux.concat(
            rates.look(RateScope.USER, subject),
            rates.look(RateScope.ADDRESS, addresses.of(request)))
        .collectList();
  }
}
