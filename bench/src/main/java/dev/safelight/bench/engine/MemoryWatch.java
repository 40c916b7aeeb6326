package dev.safelight.bench.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks ten times a second at how much memory processes use. */
public final class MemoryWatch implements AutoCloseable {

  private static final int EVERY_MILLISECONDS = 100;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong highest = new AtomicLong();

  /** Begins to look. */
  @SuppressWarnings("FutureReturnValueIgnored") // Ended by ending the clock.
  public MemoryWatch(ProcessTree tree) {
    clock.scheduleAtFixedRate(
        () -> highest.accumulateAndGet(tree.residentBytes(), Math::max),
        0,
        EVERY_MILLISECONDS,
        TimeUnit.MILLISECONDS);
  }

  /** The most so far, in bytes. */
  public long highest() {
    return highest.get();
  }

  @Override
  public void close() {
    clock.close();
  }
}
