package dev.safelight.processor.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.VariantSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service's end of one worker. For one thread at a time, but any may kill it. */
final class Worker {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final Process process;
  private final Wire wire;
  private final Watchdog watchdog;

  Worker(Process process, Watchdog watchdog, long maxResult) {
    this.process = process;
    this.wire = new Wire(process.getInputStream(), process.getOutputStream(), maxResult);
    this.watchdog = watchdog;
    Complaints.of(process);
  }

  /**
   * Waits until it is ready.
   *
   * @throws EngineUnavailableException if it says that its engine cannot work here
   * @throws WorkerEndedException if it does not get ready
   */
  Ready prepare(Message setup) throws WorkerEndedException {
    var answer = exchange(setup, START_LIMIT);
    try {
      return switch (answer.kind()) {
        case READY -> Json.read(answer.facts(), Ready.class);
        case UNAVAILABLE -> throw new EngineUnavailableException(new String(answer.facts(), UTF_8));
        default -> throw new GarbageException("Nobody begins with " + answer.kind());
      };
    } catch (GarbageException e) {
      throw new WorkerEndedException(Ending.TALKED_NONSENSE, e);
    }
  }

  /**
   * Develops an image; after any failure but a verdict the worker has to be killed.
   *
   * @throws dev.safelight.processor.process.BadImageException if the image is at fault
   */
  DevelopedImage develop(SourceImage source, List<VariantSpec> specs, Duration timeLimit)
      throws WorkerEndedException {
    var answer = exchange(Job.message(source, specs), timeLimit);
    try {
      return switch (answer.kind()) {
        case DEVELOPED -> {
          var developed = Json.read(answer.facts(), Developed.class).image(answer.blobs());
          yield Customs.passed(developed, source.header(), specs);
        }
        case REJECTED -> throw Json.read(answer.facts(), Rejected.class).verdict();
        case FAILED ->
            throw new WorkerEndedException(Ending.ENGINE_FAILED, new String(answer.facts(), UTF_8));
        default -> throw new GarbageException("No image is answered by " + answer.kind());
      };
    } catch (GarbageException e) {
      throw new WorkerEndedException(Ending.TALKED_NONSENSE, e);
    }
  }

  private Message exchange(Message message, Duration timeLimit) throws WorkerEndedException {
    try (var watch = watchdog.watch(process, timeLimit)) {
      try {
        wire.write(message);
        return wire.read();
      } catch (TooLargeException e) {
        throw new WorkerEndedException(Ending.RESULT_TOO_LARGE, e);
      } catch (GarbageException e) {
        throw new WorkerEndedException(Ending.TALKED_NONSENSE, e);
      } catch (IOException e) {
        throw ended(watch, e);
      }
    }
  }

  /** Its pipes are closed: it was killed, or it ended, or it is about to. */
  private WorkerEndedException ended(Watchdog.Watch watch, IOException cause) {
    kill();
    var killed = watch.ending();
    if (killed != null) {
      return new WorkerEndedException(killed, cause);
    }
    if (process.isAlive()) {
      return new WorkerEndedException(Ending.CRASHED, cause);
    }
    int exit = process.exitValue();
    var ending = exit == WorkerMain.OUT_OF_MEMORY ? Ending.MEMORY_EXCEEDED : Ending.CRASHED;
    return new WorkerEndedException(ending, "The worker ended with " + exit);
  }

  /** Bytes of memory it holds. */
  long memory() {
    return Memory.resident(process.pid());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it, and waits until it has ended. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
