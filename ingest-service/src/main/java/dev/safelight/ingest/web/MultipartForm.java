package dev.safelight.ingest.web;

import dev.safelight.webapi.ProblemException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code multipart/form-data} (RFC 7578). */
class MultipartForm implements BodyForm {

  private static final ResolvableType PARTS = ResolvableType.forClass(PartEvent.class);
  private static final Set<String> FILE_PARTS = Set.of("file", "files", "files[]");

  /** Pieces that wait for the disk. */
  private static final int PIECES_IN_MEMORY = 4;

  private final PartEventHttpMessageReader parts = new PartEventHttpMessageReader();

  MultipartForm(RequestProperties limits) {
    parts.setMaxInMemorySize((int) limits.maxFieldSize().toBytes());
    parts.setMaxHeadersSize((int) limits.maxPartHeaders().toBytes());
    parts.setMaxParts(limits.maxParts());
  }

  @Override
  public boolean has(MediaType type) {
    return MediaType.MULTIPART_FORM_DATA.includes(type);
  }

  @Override
  public Mono<Void> read(ServerHttpRequest request, FormAssembler upload) {
    var writer = new Writer(upload);
    return Flux.defer(() -> parts.read(PARTS, waiting(request), Map.of()))
        .map(PartChunk::of)
        .onErrorMap(MultipartForm::isNonsense, MultipartForm::nonsense)
        .doOnNext(writer::add)
        .then();
  }

  /**
   * The body waits before it is parsed, and each piece is written as soon as it is: the reader of
   * parts asks for 256 pieces in advance, and would keep them.
   */
  private static ServerHttpRequest waiting(ServerHttpRequest request) {
    return new ServerHttpRequestDecorator(request) {
      @Override
      public Flux<DataBuffer> getBody() {
        return super.getBody().publishOn(Schedulers.boundedElastic(), PIECES_IN_MEMORY);
      }
    };
  }

  /** How the reader says that a part has no name, or a disposition that is none. */
  private static boolean isNonsense(Throwable failure) {
    return failure instanceof IllegalArgumentException
        || (failure instanceof IllegalStateException
            && !(failure instanceof DataBufferLimitException));
  }

  private static ProblemException nonsense(Throwable failure) {
    return UploadProblems.malformed(
        "A part of the form can't be read. Give each a Content-Disposition with a name.");
  }

  /** Knows which file the next piece belongs to. */
  private static final class Writer {

    private final FormAssembler upload;
    private boolean insideFile;

    Writer(FormAssembler upload) {
      this.upload = upload;
    }

    void add(PartChunk chunk) {
      switch (chunk) {
        case PartChunk.Field(var name, var value) -> upload.addField(name, value);
        case PartChunk.FileBytes bytes when FILE_PARTS.contains(bytes.name()) -> addBytes(bytes);
        case PartChunk.FileBytes unknown when unknown.last() -> upload.addField(unknown.name(), "");
        case PartChunk.FileBytes unknown -> {}
      }
    }

    private void addBytes(PartChunk.FileBytes bytes) {
      if (!insideFile) {
        upload.beginFile(DeclaredDigests.of(bytes.headers()));
      }
      upload.write(bytes.content());
      insideFile = !bytes.last();
      if (bytes.last()) {
        end(bytes);
      }
    }

    /** A browser sends a part without a name for a file input that was left alone. */
    private void end(PartChunk.FileBytes last) {
      if (last.filename().isEmpty()) {
        upload.endUnchosenFile();
      } else {
        upload.endFile(last.claim());
      }
    }
  }
}
