package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.webapi.Problems;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.AbortedException;
import reactor.util.context.Context;

/** Reads a multipart form (RFC 7578) to the disk, holding a few pieces of it in memory at most. */
@Component
class FormReader {

  private static final Logger log = LoggerFactory.getLogger(FormReader.class);
  private static final ResolvableType PARTS = ResolvableType.forClass(PartEvent.class);

  /** Pieces that wait for the disk. */
  private static final int PIECES_IN_MEMORY = 4;

  /**
   * Reactor's key for what happens to a second error. The parser tells of a form that is cut off
   * twice, and no client is to fill our log with stack traces.
   */
  private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

  private final PartEventHttpMessageReader parts = new PartEventHttpMessageReader();
  private final Spool spool;
  private final RequestProperties limits;

  FormReader(Spool spool, RequestProperties limits) {
    this.spool = spool;
    this.limits = limits;
    parts.setMaxInMemorySize((int) limits.maxFieldSize().toBytes());
    parts.setMaxHeadersSize((int) limits.maxPartHeaders().toBytes());
    parts.setMaxParts(limits.maxParts());
  }

  /**
   * Reads the form and lets {@code use} have it. Its files are deleted when that is done, fails or
   * is cancelled.
   */
  <T> Mono<T> read(ServerHttpRequest request, Function<ReceivedForm, Mono<T>> use) {
    return Mono.using(
        () -> new FormAssembler(spool, limits.maxFiles()),
        form -> assembled(request, form).flatMap(use),
        FormAssembler::close);
  }

  private Mono<ReceivedForm> assembled(ServerHttpRequest request, FormAssembler form) {
    return Flux.defer(() -> parts.read(PARTS, new GuardedRequest(request, limits), Map.of()))
        .map(PartChunk::of)
        .publishOn(Schedulers.boundedElastic(), PIECES_IN_MEMORY)
        .doOnNext(form::add)
        .then(Mono.fromSupplier(form::finish))
        .onErrorMap(this::explained)
        .contextWrite(Context.of(ON_ERROR_DROPPED, (Consumer<Throwable>) FormReader::failedTwice));
  }

  private static void failedTwice(Throwable failure) {
    log.debug("A form failed twice", failure);
  }

  private Throwable explained(Throwable failure) {
    return switch (failure) {
      case ErrorResponseException known -> known;
      case DataBufferLimitException tooLong ->
          UploadProblems.fieldTooLarge(limits.maxFieldSize().toBytes());
      case TimeoutException slow -> UploadProblems.slow();
      case UploadUnavailableException away -> Problems.unavailable();
      case DecodingException unreadable
          when unreadable.getCause() instanceof Exception cause
              && !(cause instanceof DecodingException) ->
          explained(cause);
      case DecodingException unreadable ->
          UploadProblems.malformed("The form could not be read: it is cut off or malformed.");
      case AbortedException gone -> UploadProblems.malformed("The request was broken off.");
      case IOException gone -> UploadProblems.malformed("The request was broken off.");
      default -> failure;
    };
  }
}
