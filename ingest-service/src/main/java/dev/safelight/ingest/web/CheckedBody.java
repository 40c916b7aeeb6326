package dev.safelight.ingest.web;

import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * A request whose body is digested as it comes in. It is digested to its end, whether or not the
 * reader wants the end: that of forms is content with the last boundary, and lets go of what
 * follows.
 */
class CheckedBody extends ServerHttpRequestDecorator {

  private final DeclaredDigests digests;
  private final Sinks.Empty<Void> ended = Sinks.empty();
  private final Disposable.Swap running = Disposables.swap();

  CheckedBody(ServerHttpRequest request, DeclaredDigests digests) {
    super(request);
    this.digests = digests;
  }

  /** Reads the body, and fails in the end if it is not the one that was declared. */
  <T> Mono<T> checked(Mono<T> reading) {
    return reading
        .flatMap(read -> matching().thenReturn(read))
        .switchIfEmpty(Mono.defer(() -> matching().then(Mono.empty())))
        .doOnError(failure -> running.dispose())
        .doOnCancel(running::dispose);
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return Flux.create(
        reader -> {
          var digesting = new Digesting(reader);
          running.update(digesting);
          reader.onCancel(digesting::requestUnbounded);
          super.getBody().subscribe(digesting);
        });
  }

  private Mono<Void> matching() {
    return ended
        .asMono()
        .then(Mono.defer(() -> Mono.justOrEmpty(digests.mismatch())))
        .flatMap(header -> Mono.error(UploadProblems.digestMismatch(header)));
  }

  /** Digests what comes and passes it on, as long as the reader wants it. */
  private final class Digesting extends BaseSubscriber<DataBuffer> {

    private final FluxSink<DataBuffer> reader;

    Digesting(FluxSink<DataBuffer> reader) {
      this.reader = reader;
    }

    @Override
    public Context currentContext() {
      return Context.of(reader.contextView());
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      reader.onRequest(this::request);
    }

    @Override
    protected void hookOnNext(DataBuffer chunk) {
      digests.update(Pieces.bytes(chunk));
      reader.next(chunk);
    }

    @Override
    protected void hookOnError(Throwable failure) {
      ended.tryEmitError(failure);
      reader.error(failure);
    }

    @Override
    protected void hookOnComplete() {
      ended.tryEmitEmpty();
      reader.complete();
    }
  }
}
