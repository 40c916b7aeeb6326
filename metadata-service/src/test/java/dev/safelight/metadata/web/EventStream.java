package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events as a client hears them. */
final class EventStream implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PATIENCE_SECONDS = 60;

  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicInteger comments = new AtomicInteger();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Stream<String> lines;
  private final Map<String, List<String>> headers;

  /** One event; without data it only says where to go on. */
  record Event(String id, String name, String data, String retry) {

    JsonNode json() {
      return JSON.readTree(data);
    }

    String status() {
      return json().path("status").asString();
    }

    String image() {
      return json().path("id").asString();
    }
  }

  private EventStream(Stream<String> lines, Map<String, List<String>> headers) {
    this.lines = lines;
    this.headers = headers;
    Thread.ofVirtual().start(this::read);
  }

  /** Listens as {@code token}, from after the event {@code last} if that is not empty. */
  static EventStream open(int port, String path, String token, String last) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + port + path);
    var request = HttpRequest.newBuilder(uri);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!last.isEmpty()) {
      request.header("Last-Event-ID", last);
    }
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new EventStream(answer.body(), answer.headers().map());
  }

  /** The next event that tells something. */
  Event next() throws InterruptedException {
    var event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    return event.data().isEmpty() ? next() : event;
  }

  /** The next event, also one that only says where to go on. */
  Event first() throws InterruptedException {
    return events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What was told and not taken yet. */
  List<Event> rest() {
    var rest = new ArrayList<Event>();
    events.drainTo(rest);
    rest.removeIf(event -> event.data().isEmpty());
    return rest;
  }

  int comments() {
    return comments.get();
  }

  String header(String name) {
    return headers.get(name).getFirst();
  }

  void awaitEnd() throws Exception {
    ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void read() {
    var fields = new ArrayList<String>();
    try {
      lines.forEach(line -> take(line, fields));
      ended.complete(null);
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  private void take(String line, List<String> fields) {
    if (line.startsWith(":")) {
      comments.incrementAndGet();
    } else if (!line.isEmpty()) {
      fields.add(line);
    } else if (!fields.isEmpty()) {
      events.add(event(fields));
      fields.clear();
    }
  }

  private static Event event(List<String> fields) {
    return new Event(
        value(fields, "id:"),
        value(fields, "event:"),
        value(fields, "data:"),
        value(fields, "retry:"));
  }

  private static String value(List<String> fields, String name) {
    return fields.stream()
        .filter(field -> field.startsWith(name))
        .map(field -> field.substring(name.length()))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    lines.close();
  }
}
