package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.ImageFields;
import dev.safelight.ingest.upload.Outcome;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.UploadService;
import dev.safelight.recipe.VariantSets;
import dev.safelight.webapi.Caller;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /api/images}. */
@RestController
class UploadController {

  /** Files of one request that are stored at the same time. */
  private static final int AT_A_TIME = 4;

  private final FormReader forms;
  private final UploadService uploads;
  private final UploadAnswers answers;
  private final VariantSets sets;

  UploadController(
      FormReader forms, UploadService uploads, UploadAnswers answers, VariantSets sets) {
    this.forms = forms;
    this.uploads = uploads;
    this.answers = answers;
    this.sets = sets;
  }

  /** Takes one or several images as a form. */
  @PostMapping(path = "/api/images", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<ResponseEntity<Object>> upload(Caller caller, ServerHttpRequest request) {
    return forms
        .read(request, form -> accepted(caller, form))
        .flatMap(results -> answers.to(request, results));
  }

  /** Says which form of body to use. */
  @PostMapping("/api/images")
  Mono<ResponseEntity<Object>> otherBody(ServerHttpRequest request) {
    var type = request.getHeaders().getContentType();
    return Mono.error(
        UploadProblems.unsupportedBody(
            Objects.requireNonNullElse(type, MediaType.APPLICATION_OCTET_STREAM)));
  }

  private Mono<List<FileResult>> accepted(Caller caller, ReceivedForm form) {
    var fields = FormFields.read(form.fields(), sets);
    if (form.files().isEmpty()) {
      throw UploadProblems.fields(
          HttpStatus.BAD_REQUEST,
          List.of(new FieldError("file", "Send at least one image as a file part.")));
    }
    return Flux.fromIterable(form.files())
        .flatMapSequential(file -> result(caller, file, fields), AT_A_TIME)
        .collectList();
  }

  private Mono<FileResult> result(Caller caller, Received received, ImageFields fields) {
    Mono<Outcome> outcome =
        switch (received) {
          case Received.Refused(var claim, var refusal) -> Mono.just(new Outcome.Refused(refusal));
          case Received.Spooled(var file) -> uploads.accept(caller.subject(), file, fields);
        };
    return outcome.map(result -> new FileResult(received.claim().name(), result));
  }
}
