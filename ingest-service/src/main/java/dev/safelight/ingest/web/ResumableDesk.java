package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Outcome;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.SpooledFile;
import dev.safelight.ingest.upload.Submission;
import dev.safelight.ingest.upload.UploadService;
import dev.safelight.ingest.upload.resumable.Completion;
import dev.safelight.ingest.upload.resumable.Desk;
import dev.safelight.ingest.upload.resumable.FileRefusedException;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import dev.safelight.recipe.VariantSets;
import dev.safelight.webapi.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes what came in more than one request to where every upload goes. */
@Component
class ResumableDesk implements Desk {

  private final UploadService uploads;
  private final VariantSets sets;
  private final JsonMapper json;

  ResumableDesk(UploadService uploads, VariantSets sets, JsonMapper json) {
    this.uploads = uploads;
    this.sets = sets;
    this.json = json;
  }

  @Override
  public Mono<Completion> take(OpenUpload upload, Received received) {
    return switch (received) {
      case Received.Refused refused -> Mono.error(new FileRefusedException(refused.refusal()));
      case Received.Spooled(var file) ->
          Mono.defer(() -> uploads.accept(submission(upload, file))).map(this::completion);
    };
  }

  private Submission submission(OpenUpload upload, SpooledFile file) {
    var announced = upload.announced();
    return new Submission(
        upload.id(),
        upload.uploader(),
        file,
        FormFields.read(announced.fields(), sets),
        announced.onDuplicate());
  }

  private Completion completion(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(var image) ->
          new Completion(image.id(), json.writeValueAsString(ImageView.of(image)));
      case Outcome.Duplicate(var earlier) -> new Completion(earlier, null);
      case Outcome.Refused(var refusal) -> throw new FileRefusedException(refusal);
      case Outcome.Unavailable() -> throw Problems.unavailable();
    };
  }
}
