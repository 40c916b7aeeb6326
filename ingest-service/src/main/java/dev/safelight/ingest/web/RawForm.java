package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A body that is the file itself, named by {@code Content-Disposition} (RFC 6266). */
class RawForm implements BodyForm {

  /** Pieces that wait for the disk. */
  private static final int PIECES_IN_MEMORY = 4;

  private static final MediaType ANY_IMAGE = MediaType.valueOf("image/*");

  @Override
  public boolean has(MediaType type) {
    return ANY_IMAGE.includes(type);
  }

  @Override
  public Mono<Void> read(ServerHttpRequest request, FormAssembler upload) {
    var claim = claim(request.getHeaders());
    upload.beginFile(DeclaredDigests.NONE);
    return Flux.defer(request::getBody)
        .map(Pieces::bytes)
        .publishOn(Schedulers.boundedElastic(), PIECES_IN_MEMORY)
        .doOnNext(upload::write)
        .then(Mono.fromRunnable(() -> upload.endFile(claim)));
  }

  private static FileClaim claim(HttpHeaders headers) {
    return new FileClaim(
        filename(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION)),
        headers.getFirst(HttpHeaders.CONTENT_TYPE));
  }

  private static @Nullable String filename(@Nullable String disposition) {
    try {
      return disposition == null ? null : ContentDisposition.parse(disposition).getFilename();
    } catch (IllegalArgumentException e) {
      throw UploadProblems.malformed(
          "The Content-Disposition header could not be read. Use: attachment; filename=\"a.jpg\"");
    }
  }
}
