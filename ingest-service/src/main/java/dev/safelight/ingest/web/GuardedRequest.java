package dev.safelight.ingest.web;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** A request whose body can neither be endless nor take for ever, in memory of its own. */
class GuardedRequest extends ServerHttpRequestDecorator {

  private final RequestProperties limits;

  /**
   * Guards a request.
   *
   * @throws org.springframework.web.ErrorResponseException if it declares more bytes than we take,
   *     or that they are compressed; not one is read then
   */
  GuardedRequest(ServerHttpRequest request, RequestProperties limits) {
    super(request);
    this.limits = limits;
    if (!request.getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
        .allMatch("identity"::equalsIgnoreCase)) {
      throw UploadProblems.unsupportedEncoding();
    }
    long declared = request.getHeaders().getContentLength();
    if (declared > limits.maxSize().toBytes()) {
      throw UploadProblems.requestTooLarge(limits.maxSize().toBytes(), declared);
    }
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return Flux.defer(
        () -> {
          var received = new AtomicLong();
          return super.getBody()
              .map(Pieces::owned)
              .timeout(limits.idleTimeout())
              .takeUntilOther(Mono.delay(limits.timeout()).then(Mono.error(new TimeoutException())))
              .handle((chunk, sink) -> pass(chunk, received, sink));
        });
  }

  private void pass(DataBuffer chunk, AtomicLong received, SynchronousSink<DataBuffer> sink) {
    if (received.addAndGet(chunk.readableByteCount()) > limits.maxSize().toBytes()) {
      sink.error(UploadProblems.requestTooLarge(limits.maxSize().toBytes()));
    } else {
      sink.next(chunk);
    }
  }
}
