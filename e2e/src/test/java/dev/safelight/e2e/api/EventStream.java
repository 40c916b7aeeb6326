package dev.safelight.e2e.api;

import dev.safelight.e2e.stack.SafelightStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Server-sent events of a user, line by line, until closed. */
public final class EventStream implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<Stream<String>> answer;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end;

  /**
   * Begins to listen.
   *
   * @param headers such as {@code Last-Event-ID}
   */
  public EventStream(SafelightStack stack, String user, String path, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(stack.gateway().resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + stack.token(user));
    headers.forEach(request::header);
    this.answer = send(request.build());
    this.end =
        CompletableFuture.runAsync(
            () -> answer.body().forEach(lines::add), work -> Thread.ofVirtual().start(work));
  }

  private HttpResponse<Stream<String>> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The status of the answer. */
  public int status() {
    return answer.statusCode();
  }

  /** What came so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** The id to come back with. */
  public String lastId() {
    return lines.stream()
        .filter(line -> line.startsWith("id:"))
        .reduce((earlier, later) -> later)
        .map(line -> line.substring(3).strip())
        .orElseThrow();
  }

  /** Completes when the server ends the stream. */
  public CompletableFuture<Void> end() {
    return end;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
