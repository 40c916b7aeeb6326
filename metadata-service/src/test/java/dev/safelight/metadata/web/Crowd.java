package dev.safelight.metadata.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Very many listeners over HTTP, each by a connection of its own, all on one thread. */
final class Crowd implements AutoCloseable {

  private final LoopResources thread = LoopResources.create("crowd", 1, true);
  private final List<Ear> ears = new ArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final HttpClient client;

  Crowd(int port) {
    client =
        HttpClient.create(ConnectionProvider.newConnection())
            .runOn(thread)
            .baseUrl("http://127.0.0.1:" + port);
  }

  /** One of them; what it hears is kept. */
  static final class Ear {

    private final String token;
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private String rest = "";

    private Ear(String token) {
      this.token = token;
    }

    String token() {
      return token;
    }

    int heartbeats() {
      return heartbeats.get();
    }

    /** Names of what was told. */
    List<String> told() {
      return told;
    }

    private void take(String text) {
      var lines = (rest + text).split("\n", -1);
      rest = lines[lines.length - 1];
      for (int i = 0; i < lines.length - 1; i++) {
        if (lines[i].startsWith(":")) {
          heartbeats.incrementAndGet();
        } else if (lines[i].startsWith("event:")) {
          told.add(lines[i]);
        }
      }
    }
  }

  /** One more, who listens from some time soon. */
  void listen(String token, String path) {
    var ear = new Ear(token);
    ears.add(ear);
    client
        .headers(headers -> headers.set("Authorization", "Bearer " + token))
        .get()
        .uri(path)
        .response((answer, body) -> body.asString())
        .subscribe(ear::take, failures::add);
  }

  List<Ear> ears() {
    return ears;
  }

  /** Why streams broke, or did not open; by hanging up, too. */
  List<Throwable> failures() {
    return failures;
  }

  /** All of them hang up. */
  @Override
  public void close() {
    thread.disposeLater().block();
  }
}
