package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.AnnouncedFile;
import dev.safelight.ingest.upload.resumable.ChunkDigest;
import dev.safelight.ingest.upload.resumable.Objection;
import dev.safelight.ingest.upload.resumable.ObjectionException;
import dev.safelight.ingest.upload.resumable.OpenUpload;
import dev.safelight.ingest.upload.resumable.ResumableUploads;
import dev.safelight.recipe.VariantSets;
import dev.safelight.webapi.Caller;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.HeadersBuilder;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Resumable uploads by the tus protocol 1.0.0, whose own words the headers are. */
@RestController
class TusController {

  private static final String UPLOADS = "/api/uploads/tus";
  private static final String UPLOAD = UPLOADS + "/{id}";

  /** What clients say about files on top, of which we have no use. */
  private static final Set<String> OWN =
      Set.of(TusMetadata.FILENAME, TusMetadata.FILETYPE, "name", "type", "relativePath");

  private final ResumableUploads uploads;
  private final VariantSets sets;
  private final Spool spool;
  private final RequestProperties limits;

  TusController(ResumableUploads uploads, VariantSets sets, Spool spool, RequestProperties limits) {
    this.uploads = uploads;
    this.sets = sets;
    this.spool = spool;
    this.limits = limits;
  }

  /** Tells what we can do. */
  @RequestMapping(
      path = {UPLOADS, UPLOAD},
      method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options() {
    return ResponseEntity.noContent()
        .header(Tus.TUS_VERSION, Tus.VERSION)
        .header(Tus.TUS_EXTENSION, Tus.EXTENSIONS)
        .header(Tus.TUS_MAX_SIZE, Long.toString(spool.maxFileSize()))
        .header(Tus.TUS_CHECKSUM_ALGORITHM, ChunkDigest.NAMES)
        .build();
  }

  /** Begins an upload, with its first bytes if they come along. */
  @PostMapping(UPLOADS)
  Mono<ResponseEntity<Void>> create(Caller caller, ServerHttpRequest request) {
    Tus.requireVersion(request);
    var announced = announced(request);
    var chunk = Tus.hasChunk(request) ? Tus.chunk(request, limits) : null;
    var uploader = uploader(caller);
    return answered(
        uploads
            .begin(uploader, announced)
            .flatMap(
                upload ->
                    chunk == null
                        ? Mono.just(upload)
                        : uploads.append(upload.id(), uploader, 0, chunk))
            .map(
                upload ->
                    described(
                            ResponseEntity.created(URI.create(UPLOADS + '/' + upload.id())), upload)
                        .build()));
  }

  /** Tells how far an upload is. */
  @RequestMapping(path = UPLOAD, method = RequestMethod.HEAD)
  Mono<ResponseEntity<Void>> offset(
      Caller caller, @PathVariable String id, ServerHttpRequest request) {
    Tus.requireVersion(request);
    return answered(
        Mono.defer(() -> uploads.find(UploadIds.parse(id), uploader(caller)))
            .map(
                upload ->
                    described(ResponseEntity.ok(), upload)
                        .header(Tus.UPLOAD_LENGTH, Long.toString(upload.announced().size()))
                        .header(Tus.UPLOAD_METADATA, TusMetadata.of(upload.announced()))
                        .build()));
  }

  /** Appends bytes to an upload. */
  @PatchMapping(UPLOAD)
  Mono<ResponseEntity<Void>> append(
      Caller caller, @PathVariable String id, ServerHttpRequest request) {
    Tus.requireVersion(request);
    var chunk = Tus.chunk(request, limits);
    var offset = Tus.number(request, Tus.UPLOAD_OFFSET);
    return answered(
        Mono.defer(() -> uploads.append(UploadIds.parse(id), uploader(caller), offset, chunk))
            .map(upload -> described(ResponseEntity.noContent(), upload).build()));
  }

  /** Ends an upload. */
  @DeleteMapping(UPLOAD)
  Mono<ResponseEntity<Void>> terminate(
      Caller caller, @PathVariable String id, ServerHttpRequest request) {
    Tus.requireVersion(request);
    return answered(
        Mono.defer(() -> uploads.terminate(UploadIds.parse(id), uploader(caller)))
            .thenReturn(ResponseEntity.noContent().build()));
  }

  private AnnouncedFile announced(ServerHttpRequest request) {
    var size = Tus.number(request, Tus.UPLOAD_LENGTH);
    var metadata = TusMetadata.parse(request.getHeaders().getFirst(Tus.UPLOAD_METADATA));
    var announcement = new Announcement(metadata.texts(), OWN, metadata.malformed());
    var claim =
        new FileClaim(
            announcement.text(TusMetadata.FILENAME), announcement.text(TusMetadata.FILETYPE));
    return announcement.file(
        claim, size, null, DuplicatePreference.of(request), sets, spool.maxFileSize());
  }

  private static <B extends HeadersBuilder<B>> B described(
      HeadersBuilder<B> answer, OpenUpload upload) {
    var completion = upload.completion();
    if (completion != null) {
      answer.header("X-Image-ID", completion.imageId().toString());
    }
    return answer
        .cacheControl(CacheControl.noStore())
        .header(Tus.UPLOAD_OFFSET, Long.toString(upload.offset()))
        .header(
            Tus.UPLOAD_EXPIRES,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                upload.expiresAt().atOffset(ZoneOffset.UTC)));
  }

  /** A client that goes away does not undo what came of it. */
  private static Mono<ResponseEntity<Void>> answered(Mono<ResponseEntity<Void>> work) {
    return Detached.of(work).onErrorMap(TusController::problem);
  }

  private static Throwable problem(Throwable failure) {
    return failure instanceof ObjectionException raised
            && raised.objection() instanceof Objection.Busy(var retryAfter)
        ? ResumableProblems.busy(HttpStatus.LOCKED, retryAfter)
        : ResumableProblems.of(failure);
  }

  private static Uploader uploader(Caller caller) {
    return new Uploader(caller.subject(), caller.admin());
  }
}
