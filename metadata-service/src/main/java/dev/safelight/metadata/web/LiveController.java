package dev.safelight.metadata.web;

import dev.safelight.metadata.live.Listening;
import dev.safelight.metadata.live.LiveService;
import dev.safelight.metadata.live.Position;
import dev.safelight.metadata.live.Signal;
import dev.safelight.webapi.Caller;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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
  Mono<ResponseEntity<Flux<ServerSentEvent<LiveJson>>>> image(
      Caller caller,
      HttpMethod method,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = LAST, required = false) @Nullable String last) {
    var listening = listening(caller, parameters, last);
    return ImageController.existing(id)
        .flatMap(imageId -> live.ofImage(imageId, listening))
        .map(signals -> answer(signals, caller, method))
        .defaultIfEmpty(ResponseEntity.noContent().build())
        .onErrorMap(failure -> LiveRefusals.of(failure, caller));
  }

  /** All of the caller's images. */
  @GetMapping("/api/events")
  ResponseEntity<Flux<ServerSentEvent<LiveJson>>> events(
      Caller caller,
      HttpMethod method,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = LAST, required = false) @Nullable String last) {
    return answer(live.ofOwner(listening(caller, parameters, last)), caller, method);
  }

  /**
   * nginx and others would else keep events until a buffer is full. Whoever asks for the head alone
   * would wait for the end of a stream that has none.
   */
  private static ResponseEntity<Flux<ServerSentEvent<LiveJson>>> answer(
      Flux<Signal> signals, Caller caller, HttpMethod method) {
    var wanted = method.equals(HttpMethod.HEAD) ? Flux.<Signal>empty() : signals;
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(wanted.map(LiveJson::event).onErrorMap(failure -> LiveRefusals.of(failure, caller)));
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
