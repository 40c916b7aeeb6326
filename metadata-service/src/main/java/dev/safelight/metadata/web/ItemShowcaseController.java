package dev.safelight.metadata.web;

import dev.safelight.metadata.edit.ItemOrder;
import dev.safelight.metadata.edit.PrimaryImages;
import dev.safelight.webapi.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which image stands for an item, and in what order its images are. */
@RestController
@RequestMapping("/api/items/{itemId}/images")
class ItemShowcaseController {

  private final PrimaryImages primaries;
  private final ItemOrder order;
  private final ImageAnswers answers;

  ItemShowcaseController(PrimaryImages primaries, ItemOrder order, ImageAnswers answers) {
    this.primaries = primaries;
    this.order = order;
    this.answers = answers;
  }

  /** The image that stands for the item. */
  @GetMapping("/primary")
  Mono<ResponseEntity<ImageJson>> primary(Caller caller, @PathVariable String itemId) {
    var viewer = Viewers.reading(caller);
    return primaries
        .of(itemId, viewer)
        .flatMap(image -> answers.one(image, viewer))
        .onErrorMap(failure -> EditRefusals.of(failure, caller));
  }

  /** Numbers the images that are named, in that order. */
  @PutMapping(path = "/order", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Void>> arrange(
      Caller caller,
      @PathVariable String itemId,
      @RequestBody(required = false) byte @Nullable [] body) {
    return Mono.fromSupplier(() -> OrderBody.read(body))
        .flatMap(
            wanted ->
                order
                    .arrange(itemId, Viewers.writing(caller), wanted.images())
                    .onErrorMap(failure -> EditRefusals.of(failure, wanted)))
        .thenReturn(ResponseEntity.noContent().<Void>build())
        .onErrorMap(failure -> EditRefusals.of(failure, caller));
  }
}
