package dev.safelight.metadata.web;

import dev.safelight.metadata.replay.Purpose;
import dev.safelight.metadata.replay.ReplayService;
import dev.safelight.webapi.Caller;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sending images through the pipeline once more, for administrators. */
@RestController
@RequestMapping("/api/images/{id}")
class ReplayController {

  private final ReplayService replays;

  ReplayController(ReplayService replays) {
    this.replays = replays;
  }

  /** Scans the original by the signatures of today; the pictures stay as they are. */
  @PostMapping("/rescan")
  Mono<ResponseEntity<Void>> rescan(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    return replayed(caller, id, parameters, Purpose.RESCAN);
  }

  /** Scans the original and makes its pictures by the settings of today. */
  @PostMapping("/reprocess")
  Mono<ResponseEntity<Void>> reprocess(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    return replayed(caller, id, parameters, Purpose.REPROCESS);
  }

  private Mono<ResponseEntity<Void>> replayed(
      Caller caller, String id, MultiValueMap<String, String> parameters, Purpose purpose) {
    new QueryReader(parameters).knowOnly(Set.of()).refuseMistakes();
    return ImageController.existing(id)
        .flatMap(image -> replays.replay(image, Viewers.writing(caller), purpose))
        .thenReturn(ResponseEntity.accepted().<Void>build())
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }
}
