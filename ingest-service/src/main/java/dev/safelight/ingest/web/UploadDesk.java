package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.ImageFields;
import dev.safelight.ingest.upload.OnDuplicate;
import dev.safelight.ingest.upload.Outcome;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Refusal;
import dev.safelight.ingest.upload.Submission;
import dev.safelight.ingest.upload.UploadService;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.recipe.VariantSets;
import dev.safelight.webapi.Caller;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where every door leads: what has come in is checked, taken and answered in one way. */
@Component
class UploadDesk {

  /** Files of one request that are stored at the same time. */
  private static final int AT_A_TIME = 4;

  private final UploadService uploads;
  private final UploadAnswers answers;
  private final VariantSets sets;
  private final UploadRates rates;
  private final EarlierImages earlier;

  UploadDesk(
      UploadService uploads,
      UploadAnswers answers,
      VariantSets sets,
      UploadRates rates,
      EarlierImages earlier) {
    this.uploads = uploads;
    this.answers = answers;
    this.sets = sets;
    this.rates = rates;
    this.earlier = earlier;
  }

  /** Takes what came in, under new ids. */
  Mono<ResponseEntity<Object>> take(Caller caller, ServerHttpRequest request, ReceivedForm form) {
    return take(caller, request, form, uploads::newId);
  }

  /**
   * Takes what came in.
   *
   * @param ids gives each file the identity its image is to have, in the order of the files
   */
  Mono<ResponseEntity<Object>> take(
      Caller caller, ServerHttpRequest request, ReceivedForm form, Supplier<UUID> ids) {
    return Mono.defer(() -> results(caller, request, form, ids))
        .flatMap(results -> answers.to(request, results));
  }

  private Mono<List<FileResult>> results(
      Caller caller, ServerHttpRequest request, ReceivedForm form, Supplier<UUID> ids) {
    var fields = FormFields.read(form, sets);
    if (form.files().isEmpty()) {
      throw UploadProblems.fields(
          HttpStatus.BAD_REQUEST, List.of(new FieldError("file", "Send at least one image.")));
    }
    DuplicatePreference.of(request);
    var uploader = new Uploader(caller.subject(), caller.admin());
    return Flux.fromIterable(form.files())
        .index((index, received) -> new Arrival(index > 0, ids.get(), received))
        .flatMapSequential(
            arrival ->
                overRate(arrival, uploader, request)
                    .switchIfEmpty(result(arrival, uploader, fields, request)),
            AT_A_TIME)
        .collectList();
  }

  /**
   * One file.
   *
   * @param further whether another of its request was before it; that one was counted at the gate
   */
  private record Arrival(boolean further, UUID id, Received received) {}

  /** What becomes of a further file if its sender may send no more, else empty. */
  private Mono<FileResult> overRate(Arrival arrival, Uploader uploader, ServerHttpRequest request) {
    return Mono.just(arrival)
        .filter(Arrival::further)
        .flatMap(further -> rates.refusal(uploader.subject(), request))
        .<Outcome>map(spent -> new Outcome.Refused(new Refusal.RateLimited(spent)))
        .onErrorReturn(UploadUnavailableException.class, new Outcome.Unavailable())
        .map(outcome -> new FileResult(arrival.received().claim().name(), outcome));
  }

  private Mono<FileResult> result(
      Arrival arrival, Uploader uploader, ImageFields fields, ServerHttpRequest request) {
    var name = arrival.received().claim().name();
    return switch (arrival.received()) {
      case Received.Refused(var claim, var refusal) ->
          Mono.just(new FileResult(name, new Outcome.Refused(refusal)));
      case Received.Spooled(var file) -> {
        var onDuplicate = DuplicatePreference.of(request);
        var submission = new Submission(arrival.id(), uploader, file, fields, onDuplicate);
        var kept = Mono.defer(() -> uploads.accept(submission.with(OnDuplicate.KEEP)));
        yield uploads
            .accept(submission)
            .flatMap(outcome -> earlier.result(name, outcome, kept, request));
      }
    };
  }
}
