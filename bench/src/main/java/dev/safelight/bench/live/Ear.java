package dev.safelight.bench.live;

import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;

/** One listener. Remembers no more than it has to, as there are very many. */
final class Ear implements AutoCloseable {

  private final Sinks.Empty<Void> open = Sinks.empty();
  private final Consumer<String> told;
  private final Disposable stream;
  private String rest = "";
  private volatile int heartbeats;

  /**
   * Listens.
   *
   * @param told gets the data of each event, on the thread of the client
   */
  Ear(HttpClient client, String path, String token, Consumer<String> told) {
    this.told = told;
    this.stream =
        client
            .headers(headers -> headers.set("Authorization", "Bearer " + token))
            .get()
            .uri(path)
            .response((answer, body) -> body.asString())
            .subscribe(this::take, open::tryEmitError, this::ended);
  }

  /** Completes once the service has said that it listens. */
  Mono<Void> opened() {
    return open.asMono();
  }

  int heartbeats() {
    return heartbeats;
  }

  boolean isOpen() {
    return !stream.isDisposed();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread counts, others look.
  private void take(String text) {
    var lines = (rest + text).split("\n", -1);
    rest = lines[lines.length - 1];
    for (int i = 0; i < lines.length - 1; i++) {
      if (lines[i].startsWith(":")) {
        heartbeats++;
      } else if (lines[i].startsWith("id:")) {
        open.tryEmitEmpty();
      } else if (lines[i].startsWith("data:")) {
        told.accept(lines[i]);
      }
    }
  }

  private void ended() {
    open.tryEmitError(new IllegalStateException("The stream ended"));
  }

  @Override
  public void close() {
    stream.dispose();
  }
}
