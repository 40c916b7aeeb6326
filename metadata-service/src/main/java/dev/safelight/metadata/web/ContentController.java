package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.PictureService;
import dev.safelight.metadata.catalog.WantedVariant;
import dev.safelight.webapi.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
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

  private static final MediaType WEBP = MediaType.parseMediaType("image/webp");

  private final PictureService pictures;
  private final PictureDelivery delivery;

  ContentController(PictureService pictures, PictureDelivery delivery) {
    this.pictures = pictures;
    this.delivery = delivery;
  }

  /** The picture that suits the client best. */
  @GetMapping
  Mono<Void> negotiated(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    var webp = readsWebp(exchange.getRequest().getHeaders());
    return deliver(caller, id, new WantedVariant.BestFor(webp), exchange);
  }

  /** The picture that is named. */
  @GetMapping("/{variant}")
  Mono<Void> named(
      Caller caller,
      @PathVariable String id,
      @PathVariable String variant,
      ServerWebExchange exchange) {
    return deliver(caller, id, new WantedVariant.Named(variant), exchange);
  }

  private Mono<Void> deliver(
      Caller caller, String id, WantedVariant wanted, ServerWebExchange exchange) {
    var negotiated = wanted instanceof WantedVariant.BestFor;
    return ImageController.existing(id)
        .flatMap(imageId -> pictures.find(imageId, Viewers.reading(caller), wanted))
        .flatMap(picture -> delivery.deliver(picture, negotiated, exchange))
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  /** Only where it is named: clients that can't show it say that they take anything, too. */
  private static boolean readsWebp(HttpHeaders headers) {
    try {
      return headers.getAccept().stream()
          .anyMatch(type -> type.equalsTypeAndSubtype(WEBP) && type.getQualityValue() > 0);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
