package dev.safelight.processor.worker;

import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.RejectionReason;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.WorkersUnavailableException;
import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of one worker after the other. For one thread at a time. */
final class Seat {

  private static final Logger log = LoggerFactory.getLogger(Seat.class);

  private final Launcher launcher;
  private final WorkerProperties settings;
  private final Consumer<Ending> endings;
  private CompletableFuture<Worker> worker;
  private @Nullable CompletableFuture<Worker> successor;
  private int developed;

  /** A place whose first worker is being started. */
  Seat(Launcher launcher, WorkerProperties settings, Consumer<Ending> endings) {
    this.launcher = launcher;
    this.settings = settings;
    this.endings = endings;
    this.worker = launcher.launch();
  }

  /** The start of the first worker. */
  CompletableFuture<Worker> opening() {
    return worker;
  }

  /**
   * Develops an image. What ends a worker without telling why gets another chance in a fresh one:
   * the image may have had no part in it.
   *
   * @throws BadImageException if the image is at fault
   * @throws WorkersUnavailableException if no worker can be started
   * @throws EngineFailedException if the engine has a defect
   */
  DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    try {
      return attempt(source, specs);
    } catch (WorkerEndedException first) {
      if (first.ending() != Ending.CRASHED && first.ending() != Ending.TALKED_NONSENSE) {
        throw verdict(first);
      }
    }
    try {
      return attempt(source, specs);
    } catch (WorkerEndedException second) {
      throw verdict(second);
    }
  }

  private DevelopedImage attempt(SourceImage source, List<VariantSpec> specs)
      throws WorkerEndedException {
    var busy = worker();
    try {
      var image = busy.develop(source, specs, settings.timeLimit());
      age(busy);
      return image;
    } catch (BadImageException verdict) {
      age(busy);
      throw verdict;
    } catch (WorkerEndedException e) {
      log.warn("Worker at {} {}: {}", source.header(), e.ending(), e.getMessage());
      replace(busy, launcher.launch(), e.ending());
      throw e;
    }
  }

  /** Waits for the worker, and for another one if it has ended since. */
  private Worker worker() {
    try {
      var found = Launcher.await(worker);
      if (!found.isAlive()) {
        replace(found, launcher.launch(), Ending.CRASHED);
        found = Launcher.await(worker);
      }
      return found;
    } catch (WorkersUnavailableException | EngineUnavailableException e) {
      worker = launcher.launch();
      throw new WorkersUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  /** An old worker works on until its successor is ready. */
  private void age(Worker busy) {
    developed++;
    boolean old =
        developed >= settings.recycleAfter()
            || busy.memory() > settings.memoryLimit().toBytes() / 8 * 7;
    if (successor == null && old) {
      successor = launcher.launch();
    }
    if (successor != null && successor.isCompletedExceptionally()) {
      successor = null;
    }
    if (successor != null && successor.isDone()) {
      replace(busy, successor, Ending.RECYCLED);
    }
  }

  private void replace(Worker old, CompletableFuture<Worker> next, Ending why) {
    launcher.end(old);
    endings.accept(why);
    worker = next;
    successor = null;
    developed = 0;
  }

  private RuntimeException verdict(WorkerEndedException end) {
    return switch (end.ending()) {
      case TIMED_OUT ->
          new BadImageException(
              RejectionReason.TIMED_OUT,
              "The image takes longer than %d s to be developed"
                  .formatted(settings.timeLimit().toSeconds()));
      case MEMORY_EXCEEDED ->
          new BadImageException(
              RejectionReason.MEMORY_EXCEEDED,
              "The image needs more than %d MB of memory to be developed"
                  .formatted(settings.memoryLimit().toMegabytes()));
      case RESULT_TOO_LARGE ->
          new BadImageException(
              RejectionReason.MEMORY_EXCEEDED,
              "The image becomes pictures of more than %d MB in all"
                  .formatted(settings.maxResult().toMegabytes()));
      case CRASHED, TALKED_NONSENSE ->
          new BadImageException(
              RejectionReason.DECODER_CRASHED, "The image makes the decoder crash");
      case ENGINE_FAILED, RECYCLED -> new EngineFailedException(end);
    };
  }
}
