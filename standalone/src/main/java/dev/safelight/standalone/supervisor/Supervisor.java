package dev.safelight.standalone.supervisor;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the parts in the order they need each other, everything at once that nothing forbids,
 * restarts those that die, and stops them in reverse.
 *
 * <p>The order matters at the first start and at the stop only. In between, each part is restarted
 * by itself: the others wait out its absence, as they would in production.
 */
public final class Supervisor {

  /** Time for one part to stop by itself; three such steps fit into fifteen seconds. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration LOG_CHECK = Duration.ofSeconds(10);

  private final Map<String, Keeper> keepers = new LinkedHashMap<>();
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final PartLogs logs;

  /**
   * Prepares to run these parts; {@code console} gets a line for everything a person should know.
   */
  public Supervisor(
      List<Part> parts, Launcher launcher, BackOff backOff, Consumer<String> console) {
    this.logs = launcher.logs();
    for (var part : parts) {
      keepers.put(part.name(), new Keeper(part, launcher, backOff, console));
    }
  }

  /**
   * Starts everything and returns when everything was ready.
   *
   * @return false when it was stopped meanwhile
   * @throws StartFailedException when a part keeps dying or the limit is over; what did start still
   *     runs, and is for {@link #stop()}
   */
  public boolean start(Duration limit) throws InterruptedException {
    var parts = keepers.values().stream().map(Keeper::part).toList();
    logs.startAfresh(parts);
    Thread.ofPlatform().daemon().name("logs").start(() -> keepLogsShort(parts));
    keepers.values().forEach(keeper -> keeper.start(neededBy(keeper)));
    try {
      allReadyOrOneFailed().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      if (rootOf(e) instanceof CancellationException) {
        return false;
      }
      throw new StartFailedException(String.valueOf(rootOf(e).getMessage()));
    } catch (TimeoutException e) {
      throw new StartFailedException(tooSlow(limit));
    }
  }

  private void keepLogsShort(List<Part> parts) {
    try {
      while (!stopAsked.await(LOG_CHECK.toSeconds(), TimeUnit.SECONDS)) {
        logs.trim(parts);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<Object> allReadyOrOneFailed() {
    var each = keepers.values().stream().map(Keeper::ready).toList();
    var all = CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    var never = new CompletableFuture<Void>();
    var failures = each.stream().map(ready -> ready.thenCompose(success -> never));
    return CompletableFuture.anyOf(
        Stream.concat(Stream.of(all), failures).toArray(CompletableFuture[]::new));
  }

  private static Throwable rootOf(Throwable failure) {
    var cause = failure.getCause();
    return cause == null ? failure : rootOf(cause);
  }

  private String tooSlow(Duration limit) {
    var late = keepers.values().stream().filter(k -> !k.ready().isDone()).toList();
    var names = late.stream().map(k -> k.part().name()).collect(Collectors.joining(", "));
    var first = late.getFirst();
    return "Not ready after %d s: %s. The log of %s, %s, ends:\n%s"
        .formatted(limit.toSeconds(), names, first.part().name(), first.logFile(), first.logTail());
  }

  /** Stops everything, dependents before what they need, and returns when nothing runs. */
  public void stop() {
    stopAsked.countDown();
    keepers.values().forEach(Keeper::retire);
    for (var keeper : keepers.values()) {
      Thread.ofPlatform().start(() -> keeper.stop(dependentsOf(keeper), GRACE));
    }
    ended(keepers.values()).join();
  }

  private static CompletableFuture<Void> ended(Collection<Keeper> some) {
    return CompletableFuture.allOf(
        some.stream().map(Keeper::ended).toArray(CompletableFuture[]::new));
  }

  private Collection<Keeper> neededBy(Keeper keeper) {
    return keeper.part().needs().stream().map(this::named).toList();
  }

  private Keeper named(String name) {
    var keeper = keepers.get(name);
    if (keeper == null) {
      throw new IllegalArgumentException("No part is named " + name);
    }
    return keeper;
  }

  private Collection<Keeper> dependentsOf(Keeper keeper) {
    return keepers.values().stream()
        .filter(other -> other.part().needs().contains(keeper.part().name()))
        .toList();
  }
}
