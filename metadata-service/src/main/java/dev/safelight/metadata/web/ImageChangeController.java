package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.edit.ImageEditor;
import dev.safelight.metadata.edit.PrimaryImages;
import dev.safelight.webapi.Caller;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Changes of what is said of images. */
@RestController
@RequestMapping("/api/images/{id}")
class ImageChangeController {

  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final ImageEditor editor;
  private final PrimaryImages primaries;
  private final ImageAnswers answers;

  ImageChangeController(ImageEditor editor, PrimaryImages primaries, ImageAnswers answers) {
    this.editor = editor;
    this.primaries = primaries;
    this.answers = answers;
  }

  /** Changes some of what is said of an image. */
  @PatchMapping(consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
  Mono<ResponseEntity<ImageJson>> patch(
      Caller caller,
      @PathVariable String id,
      @RequestHeader HttpHeaders headers,
      @RequestBody(required = false) byte @Nullable [] body) {
    return change(caller, id, headers, before -> ImageBodies.patching(before, body));
  }

  /** Replaces what is said of an image. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<ImageJson>> replace(
      Caller caller,
      @PathVariable String id,
      @RequestHeader HttpHeaders headers,
      @RequestBody(required = false) byte @Nullable [] body) {
    return change(caller, id, headers, before -> ImageBodies.replacing(before, body));
  }

  /** Makes an image stand for its item. */
  @RequestMapping(
      path = "/primary",
      method = {RequestMethod.PUT, RequestMethod.PATCH})
  Mono<ResponseEntity<ImageJson>> choose(Caller caller, @PathVariable String id) {
    var viewer = Viewers.writing(caller);
    return ImageController.existing(id)
        .flatMap(imageId -> primaries.choose(imageId, viewer))
        .flatMap(image -> answers.one(image, viewer))
        .onErrorMap(failure -> EditRefusals.of(failure, caller));
  }

  private Mono<ResponseEntity<ImageJson>> change(
      Caller caller, String id, HttpHeaders headers, UnaryOperator<ImageDetails> change) {
    var viewer = Viewers.writing(caller);
    return ImageController.existing(id)
        .flatMap(
            imageId -> editor.change(imageId, viewer, IfMatch.requiredOfImage(headers), change))
        .flatMap(image -> answers.one(image, viewer))
        .onErrorMap(failure -> EditRefusals.of(failure, caller));
  }
}
