package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.webapi.Problems;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.util.context.Context;

/**
 * Reads the body of a request, whatever its form: within limits, checked against the digests its
 * sender declared, and with failures that tell the sender what to do.
 */
class BodyReader {

  private static final Logger log = LoggerFactory.getLogger(BodyReader.class);

  /**
   * Reactor's key for what happens to a second error. Parsers tell of a body that is cut off twice,
   * and no client is to fill our log with stack traces.
   */
  private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

  private static final Context HOOK =
      Context.of(ON_ERROR_DROPPED, (Consumer<Throwable>) BodyReader::failedTwice);

  private final RequestProperties limits;

  BodyReader(RequestProperties limits) {
    this.limits = limits;
  }

  /**
   * Reads a body.
   *
   * @param reading gets the request with its body guarded, and reads that
   */
  <T> Mono<T> read(ServerHttpRequest request, Function<ServerHttpRequest, Mono<T>> reading) {
    return Mono.defer(() -> checked(new GuardedRequest(request, limits), reading))
        .onErrorMap(this::explained)
        .contextWrite(HOOK);
  }

  private static <T> Mono<T> checked(
      ServerHttpRequest guarded, Function<ServerHttpRequest, Mono<T>> reading) {
    var digests = DeclaredDigests.of(guarded.getHeaders());
    if (digests.isEmpty()) {
      return reading.apply(guarded);
    }
    var body = new CheckedBody(guarded, digests);
    return body.checked(reading.apply(body));
  }

  private static void failedTwice(Throwable failure) {
    log.debug("A body failed twice", failure);
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
      case DecodingException tooMany
          when String.valueOf(tooMany.getMessage()).startsWith("Too many parts") ->
          UploadProblems.malformed(
              "A form may have at most " + limits.maxParts() + " parts. Send fewer.");
      case DecodingException unreadable ->
          UploadProblems.malformed("The form could not be read: it is cut off or malformed.");
      case AbortedException gone -> UploadProblems.malformed("The request was broken off.");
      case IOException gone -> UploadProblems.malformed("The request was broken off.");
      default -> failure;
    };
  }
}
