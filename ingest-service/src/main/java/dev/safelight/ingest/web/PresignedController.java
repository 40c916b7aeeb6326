package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.Completion;
import dev.safelight.ingest.upload.resumable.DirectUploads;
import dev.safelight.webapi.Caller;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Uploads straight to the store: where to send a file, and that it has been sent. */
@RestController
class PresignedController {

  private final PresignedRequests requests;
  private final DirectUploads uploads;
  private final UploadAnswers answers;

  PresignedController(PresignedRequests requests, DirectUploads uploads, UploadAnswers answers) {
    this.requests = requests;
    this.uploads = uploads;
    this.answers = answers;
  }

  /** What a client is told that may send a file. */
  record PresignedUpload(
      UUID uploadId, String method, URI url, Map<String, String> headers, Instant expiresAt) {

    static PresignedUpload of(DirectUploads.Opened opened) {
      var link = opened.link();
      return new PresignedUpload(opened.id(), "PUT", link.url(), link.headers(), link.expiresAt());
    }
  }

  /** Says where to send a file. */
  @PostMapping(path = "/api/uploads/presigned", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<PresignedUpload>> open(Caller caller, ServerHttpRequest request) {
    return requests
        .read(request)
        .flatMap(announced -> uploads.open(uploader(caller), announced))
        .map(opened -> ResponseEntity.status(HttpStatus.CREATED).body(PresignedUpload.of(opened)))
        .onErrorMap(ResumableProblems::of);
  }

  /** Makes the image of a file that has been sent. */
  @PostMapping("/api/uploads/{uploadId}/complete")
  Mono<ResponseEntity<Object>> complete(
      Caller caller, @PathVariable String uploadId, ServerHttpRequest request) {
    return Detached.of(
            Mono.defer(() -> uploads.complete(UploadIds.parse(uploadId), uploader(caller))))
        .onErrorMap(ResumableProblems::of)
        .flatMap(completion -> answer(request, completion));
  }

  private Mono<ResponseEntity<Object>> answer(ServerHttpRequest request, Completion completion) {
    return completion.answer() == null
        ? answers.earlier(request, completion.imageId())
        : answers.to(request, completion.imageId(), completion.answer());
  }

  private static Uploader uploader(Caller caller) {
    return new Uploader(caller.subject(), caller.admin());
  }
}
