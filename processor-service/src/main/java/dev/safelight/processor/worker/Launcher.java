package dev.safelight.processor.worker;

import dev.safelight.processor.process.WorkersUnavailableException;
import dev.safelight.processor.sandbox.Landlock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts workers, knows those that live, and ends them all. */
final class Launcher implements AutoCloseable {

  /**
   * One thread starts all processes and does nothing else. It lives as long as they do: the kernel
   * ends a worker with the thread it descends from, whatever becomes of the service. And it is
   * confined, which workers inherit from their first instruction on; as would any thread that it
   * started.
   */
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("worker-starter").daemon().factory());

  private final ExecutorService waiters =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("worker-start-", 0).daemon().factory());

  private static final Logger log = LoggerFactory.getLogger(Launcher.class);

  private final Set<Worker> living = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Ready> first = new AtomicReference<>();
  private final WorkerCommand command;
  private final Message setup;
  private final Watchdog watchdog;
  private final long maxResult;
  private volatile boolean closed;

  Launcher(WorkerCommand command, Message setup, Watchdog watchdog, long maxResult) {
    this.command = command;
    this.setup = setup;
    this.watchdog = watchdog;
    this.maxResult = maxResult;
    starter.execute(this::confine);
  }

  private void confine() {
    Landlock.confineThread(command.folder())
        .ifPresent(leak -> log.warn("Workers can read what other processes know: {}", leak));
  }

  /**
   * Starts a worker. The future fails with {@link WorkersUnavailableException}, or with {@link
   * dev.safelight.processor.process.EngineUnavailableException} if the engine cannot work here.
   */
  CompletableFuture<Worker> launch() {
    return CompletableFuture.supplyAsync(() -> prepared(started()), waiters);
  }

  /** Waits for a worker that was launched, and throws what its future fails with. */
  static Worker await(CompletableFuture<Worker> launched) {
    try {
      return launched.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkersUnavailableException("Interrupted while a worker was started", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new WorkersUnavailableException("No worker process can be started", e);
    }
  }

  /** What the first worker said, which all later ones have to say too; null before that. */
  @Nullable Ready known() {
    return first.get();
  }

  /** Number of workers that live. */
  int living() {
    return (int) living.stream().filter(Worker::isAlive).count();
  }

  /** Ends a worker. */
  void end(Worker worker) {
    living.remove(worker);
    worker.kill();
  }

  private Worker started() {
    try {
      var worker = new Worker(starter.submit(command::start).get(), watchdog, maxResult);
      living.add(worker);
      if (closed) {
        end(worker);
      }
      return worker;
    } catch (ExecutionException | RejectedExecutionException e) {
      throw new WorkersUnavailableException("No worker process can be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkersUnavailableException("Interrupted while a worker was started", e);
    }
  }

  private Worker prepared(Worker worker) {
    try {
      var ready = worker.prepare(setup);
      if (!first.compareAndSet(null, ready) && !ready.equals(first.get())) {
        throw new WorkersUnavailableException(
            "The engine has changed from %s to %s: the service has to be started again"
                .formatted(first.get(), ready));
      }
      return worker;
    } catch (WorkerEndedException e) {
      end(worker);
      throw new WorkersUnavailableException("A worker process ended before it was ready", e);
    } catch (RuntimeException e) {
      end(worker);
      throw e;
    }
  }

  @Override
  public void close() {
    closed = true;
    living.forEach(Worker::kill);
    starter.shutdown();
    waiters.shutdown();
  }
}
