package dev.safelight.processor.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Kills workers that take too long or too much memory. */
final class Watchdog implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(50);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watchdog").daemon().factory());
  private final long memoryLimit;

  /**
   * Kills by one bound of memory.
   *
   * @param memoryLimit bytes
   */
  Watchdog(long memoryLimit) {
    this.memoryLimit = memoryLimit;
  }

  /** Begins to watch a process, until the watch is closed. */
  Watch watch(Process process, Duration timeLimit) {
    return new Watch(process, System.nanoTime() + timeLimit.toNanos());
  }

  /** One image, or one start, being watched. */
  final class Watch implements AutoCloseable {

    private final Process process;
    private final long deadline;
    private final Future<?> ticks;
    private volatile @Nullable Ending ending;

    private Watch(Process process, long deadline) {
      this.process = process;
      this.deadline = deadline;
      this.ticks =
          clock.scheduleWithFixedDelay(
              this::look, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why the process was killed, if it was. */
    @Nullable Ending ending() {
      return ending;
    }

    private void look() {
      if (ending == null && System.nanoTime() - deadline > 0) {
        kill(Ending.TIMED_OUT);
      } else if (ending == null && Memory.resident(process.pid()) > memoryLimit) {
        kill(Ending.MEMORY_EXCEEDED);
      }
    }

    private void kill(Ending why) {
      ending = why;
      process.destroyForcibly();
    }

    @Override
    public void close() {
      ticks.cancel(false);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
