package dev.safelight.testservers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Blocking clients, each on a thread of its own. On Reactor's elastic threads they would sit on
 * what the server under test needs for its answer, and now and then wait for each other until both
 * give up.
 */
public final class Clients {

  private static final Executor OWN_THREADS = task -> Thread.ofVirtual().start(task);

  private Clients() {}

  /** Starts so many at once, each told its number from 0; answers without waiting for them. */
  public static <T> List<CompletableFuture<T>> start(int clients, IntFunction<T> client) {
    return IntStream.range(0, clients)
        .mapToObj(n -> CompletableFuture.supplyAsync(() -> client.apply(n), OWN_THREADS))
        .toList();
  }

  /** What so many got who came at once, in the order of their numbers; fails if one fails. */
  public static <T> List<T> atOnce(int clients, IntFunction<T> client) {
    return start(clients, client).stream().map(CompletableFuture::join).toList();
  }
}
