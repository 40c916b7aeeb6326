package dev.safelight.processor.worker;

import static java.util.Objects.requireNonNull;

import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.WorkersUnavailableException;
import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * An engine whose work is done by worker processes. Whoever comes while all are busy waits, first
 * come, first served; the originals of those who wait are in memory, so their number has to be
 * bounded by the caller.
 */
final class WorkerPool implements ImageEngine, AutoCloseable {

  private final ScratchFolder folder;
  private final Watchdog watchdog;
  private final Launcher launcher;
  private final BlockingQueue<Seat> seats = new LinkedBlockingQueue<>();
  private final ExecutorService threads;
  private final CompletableFuture<Worker> opening;

  /**
   * Begins to start workers, and waits for none.
   *
   * @param setup what each is told first
   * @param endings hears of every worker that is replaced
   */
  WorkerPool(Message setup, WorkerProperties settings, Consumer<Ending> endings) {
    folder = ScratchFolder.create();
    watchdog = new Watchdog(settings.memoryLimit().toBytes());
    var command = new WorkerCommand(folder.path(), settings.memoryLimit().toMegabytes() * 3 / 4);
    launcher = new Launcher(command, setup, watchdog, settings.maxResult().toBytes());
    // Threads of the system: one that waits at a pipe would keep virtual ones from running.
    threads =
        Executors.newFixedThreadPool(
            settings.places(), Thread.ofPlatform().name("developing-", 0).daemon().factory());
    for (int i = 0; i < settings.places(); i++) {
      seats.add(new Seat(launcher, settings, endings));
    }
    opening = seats.element().opening();
  }

  @Override
  public String identity() {
    return ready().identity();
  }

  @Override
  public Set<PictureFormat> formats() {
    return ready().formats();
  }

  /**
   * Waits for the first worker.
   *
   * @throws dev.safelight.processor.process.EngineUnavailableException if the engine cannot work
   *     here
   * @throws WorkersUnavailableException if no worker can be started
   */
  Ready ready() {
    if (launcher.known() == null) {
      Launcher.await(opening);
    }
    return requireNonNull(launcher.known());
  }

  /** Number of workers that live just now. */
  int living() {
    return launcher.living();
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    var developing = threads.submit(() -> developOnSeat(source, specs));
    try {
      return developing.get();
    } catch (InterruptedException e) {
      developing.cancel(true);
      Thread.currentThread().interrupt();
      throw new WorkersUnavailableException("Interrupted while an image was developed", e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  /** There are as many threads as seats, so there is a free one. */
  private DevelopedImage developOnSeat(SourceImage source, List<VariantSpec> specs) {
    var seat = seats.remove();
    try {
      return seat.develop(source, specs);
    } finally {
      seats.add(seat);
    }
  }

  private static RuntimeException rethrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException cause -> cause;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(failure);
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
    launcher.close();
    watchdog.close();
    folder.delete();
  }
}
