package dev.safelight.metadata.web;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import dev.safelight.metadata.live.Listening;
import dev.safelight.metadata.live.LiveService;
import dev.safelight.metadata.live.Position;
import dev.safelight.metadata.live.Signal;
import dev.safelight.webapi.Caller;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of images, as it happens: server-sent events (HTML Standard, section 9.2). */
@RestController
class LiveController {

  private static final String LAST = "Last-Event-ID";

  private final LiveService live;

  LiveController(LiveService live) {
    this.live = live;
  }

  /** One image, until its state is final. Whoever knows that one is told not to come again: 204. */
  @GetMapping("/api/images/{id}/status")
  Mono<Void> image(
      Caller caller,
      ServerWebExchange exchange,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = LAST, required = false) @Nullable String last) {
    var listening = listening(caller, parameters, last);
    return ImageController.existing(id)
        .flatMap(imageId -> live.ofImage(imageId, listening))
        .doOnNext(signals -> answer(signals, caller, exchange))
        .switchIfEmpty(Mono.fromRunnable(() -> exchange.getResponse().setStatusCode(NO_CONTENT)))
        .onErrorMap(failure -> LiveRefusals.of(failure, caller))
        .then();
  }

  /** All of the caller's images. */
  @GetMapping("/api/events")
  Mono<Void> events(
      Caller caller,
      ServerWebExchange exchange,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = LAST, required = false) @Nullable String last) {
    var listening = listening(caller, parameters, last);
    return Mono.fromRunnable(() -> answer(live.ofOwner(listening), caller, exchange));
  }

  private static void answer(Flux<Signal> signals, Caller caller, ServerWebExchange exchange) {
    OpenStreams.leave(
        exchange,
        signals.map(LiveJson::event).onErrorMap(failure -> LiveRefusals.of(failure, caller)));
  }

  private static Listening listening(
      Caller caller, MultiValueMap<String, String> parameters, @Nullable String last) {
    new QueryReader(parameters).knowOnly(Set.of()).refuseMistakes();
    return new Listening(Viewers.reading(caller), caller.until(), position(last));
  }

  private static @Nullable Position position(@Nullable String last) {
    if (last == null || last.isEmpty()) {
      return null;
    }
    return Position.parse(last)
        .orElseThrow(
            () -> Refusals.badQuery(List.of(Refusals.error(LAST, "is not an id of these events"))));
  }
}
