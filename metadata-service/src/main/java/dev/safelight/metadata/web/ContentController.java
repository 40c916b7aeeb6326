package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.PictureService;
import dev.safelight.metadata.catalog.WantedVariant;
import dev.safelight.metadata.link.Link;
import dev.safelight.metadata.link.LinkTokens;
import dev.safelight.webapi.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pictures themselves: variants that a record names, and nothing else. */
@RestController
@RequestMapping("/api/images/{id}/content")
class ContentController {

  /** Addresses of an image's own description are signed for all of its pictures. */
  private static final String UNNAMED = "";

  private final PictureService pictures;
  private final PictureDelivery delivery;
  private final LinkTokens tokens;
  private final Visits visits;

  ContentController(
      PictureService pictures, PictureDelivery delivery, LinkTokens tokens, Visits visits) {
    this.pictures = pictures;
    this.delivery = delivery;
    this.tokens = tokens;
    this.visits = visits;
  }

  /** The picture in the format that is wanted, or that suits the client best. */
  @GetMapping
  Mono<Void> unnamed(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    var request = PictureRequest.of(exchange.getRequest().getQueryParams(), false);
    var format = request.format();
    var wanted =
        format == null
            ? new WantedVariant.BestFor(new AcceptedTypes(exchange.getRequest().getHeaders()))
            : new WantedVariant.InFormat(format);
    return deliver(new Asked(caller, wanted, UNNAMED, request), id, exchange);
  }

  /** The picture that is named. */
  @GetMapping("/{variant}")
  Mono<Void> named(
      Caller caller,
      @PathVariable String id,
      @PathVariable String variant,
      ServerWebExchange exchange) {
    var request = PictureRequest.of(exchange.getRequest().getQueryParams(), true);
    var wanted = new WantedVariant.Named(variant);
    return deliver(new Asked(caller, wanted, variant, request), id, exchange);
  }

  private record Asked(
      Caller caller, WantedVariant wanted, String variant, PictureRequest request) {

    PictureTerms terms(@Nullable Link link) {
      var negotiated = wanted instanceof WantedVariant.BestFor;
      return new PictureTerms(negotiated, request.download(), request.version(), link);
    }
  }

  private Mono<Void> deliver(Asked asked, String id, ServerWebExchange exchange) {
    var token = asked.request().token();
    var image = ImageController.existing(id);
    var answer =
        token == null
            ? image.flatMap(imageId -> toCaller(asked, imageId, exchange))
            : image
                .flatMap(imageId -> toHolder(asked, imageId, token, exchange))
                .onErrorMap(Refusals::ofAddress);
    return answer.onErrorMap(failure -> Refusals.of(failure, asked.caller()));
  }

  private Mono<Void> toCaller(Asked asked, UUID id, ServerWebExchange exchange) {
    var viewer = Viewers.reading(asked.caller());
    return pictures
        .find(id, viewer, asked.wanted())
        .doOnNext(picture -> visits.byAccount(picture, viewer, exchange.getRequest()))
        .flatMap(picture -> delivery.deliver(picture, asked.terms(null), exchange));
  }

  /** Whoever holds a signed address; a token beside it changes nothing. */
  private Mono<Void> toHolder(Asked asked, UUID id, String token, ServerWebExchange exchange) {
    var link = tokens.read(id, asked.variant(), token);
    return pictures
        .find(id, link.pass(), asked.wanted())
        .doOnNext(picture -> visits.byLink(picture, link, exchange.getRequest()))
        .flatMap(picture -> delivery.deliver(picture, asked.terms(link), exchange));
  }
}
