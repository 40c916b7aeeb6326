package dev.safelight.standalone.supervisor;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one part alive, on a thread of its own, from its first start until it is told to stop. */
final class Keeper {

  private static final Duration POLL = Duration.ofMillis(150);

  /** A part that dies this often before it ever was ready will not come up by itself. */
  private static final int HOPELESS = 3;

  private static final int QUOTED_LINES = 15;

  private final Part part;
  private final Launcher launcher;
  private final BackOff backOff;
  private final Consumer<String> console;

  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private @Nullable Process process;

  Keeper(Part part, Launcher launcher, BackOff backOff, Consumer<String> console) {
    this.part = part;
    this.launcher = launcher;
    this.backOff = backOff;
    this.console = console;
  }

  Part part() {
    return part;
  }

  /**
   * Completes when the part was ready for the first time, or exceptionally when it never will be.
   */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Completes when the part's process is gone and no other will follow. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  void start(Collection<Keeper> needed) {
    Thread.ofPlatform().daemon().name("keeper-" + part.name()).start(() -> keep(needed));
  }

  private void keep(Collection<Keeper> needed) {
    try {
      CompletableFuture.allOf(needed.stream().map(Keeper::ready).toArray(CompletableFuture[]::new))
          .join();
      keepAlive();
    } catch (CompletionException | CancellationException e) {
      ready.completeExceptionally(e);
    } catch (InterruptedException | RuntimeException e) {
      console.accept(part.name() + " can no longer be kept: " + e);
      ready.completeExceptionally(e);
    } finally {
      ended.complete(null);
    }
  }

  private void keepAlive() throws InterruptedException {
    for (int deaths = 0; !stopping(); ) {
      var began = System.nanoTime();
      int exit = runOnce();
      deaths = ready.isDone() && isLong(System.nanoTime() - began) ? 1 : deaths + 1;
      if (stopsToo() || givesUp(deaths, exit)) {
        return;
      }
      var pause = backOff.after(deaths);
      console.accept(
          "%s ended with %d; starting it again in %.1f s"
              .formatted(part.name(), exit, pause.toMillis() / 1000.0));
      stopAsked.await(pause.toMillis(), MILLISECONDS);
    }
  }

  /** After such a life a death is a new misfortune and not the same one again. */
  private boolean isLong(long nanos) {
    return nanos > backOff.cap().toNanos();
  }

  private int runOnce() throws InterruptedException {
    var running = launch();
    if (running == null) {
      return 0;
    }
    awaitReady(running);
    int exit = running.waitFor();
    launcher.ended(part);
    return exit;
  }

  private synchronized @Nullable Process launch() {
    process = stopping() ? null : launcher.launch(part);
    return process;
  }

  private void awaitReady(Process running) throws InterruptedException {
    while (running.isAlive() && !stopping()) {
      if (part.readiness().met()) {
        if (!ready.complete(null)) {
          console.accept(part.name() + " is back");
        }
        return;
      }
      stopAsked.await(POLL.toMillis(), MILLISECONDS);
    }
  }

  private boolean givesUp(int deaths, int exit) {
    return !ready.isDone()
        && deaths >= HOPELESS
        && ready.completeExceptionally(
            new StartFailedException(
                "%s ended with %d, %d times in a row. Its log, %s, ends:\n%s"
                    .formatted(part.name(), exit, deaths, logFile(), logTail())));
  }

  String logTail() {
    return launcher.logs().tail(part.name(), QUOTED_LINES);
  }

  String logFile() {
    return launcher.logs().fileOf(part.name()).toString();
  }

  /** clamd hears Ctrl-C all the same, and may be gone before the supervisor was told to stop. */
  private boolean stopsToo() throws InterruptedException {
    return stopAsked.await(POLL.toMillis(), MILLISECONDS);
  }

  private boolean stopping() {
    return stopAsked.getCount() == 0;
  }

  /** From now on the part is not started again, and those who wait for it wait no longer. */
  void retire() {
    stopAsked.countDown();
    ready.cancel(false);
  }

  /** Ends the process once nobody needs it: kindly, and by force after the grace. */
  void stop(Collection<Keeper> dependents, Duration grace) {
    CompletableFuture.allOf(
            dependents.stream().map(Keeper::ended).toArray(CompletableFuture[]::new))
        .join();
    end(grace);
  }

  private synchronized void end(Duration grace) {
    if (process == null) {
      return;
    }
    process.destroy();
    process.onExit().completeOnTimeout(process, grace.toMillis(), MILLISECONDS).join();
    process.destroyForcibly();
  }
}
