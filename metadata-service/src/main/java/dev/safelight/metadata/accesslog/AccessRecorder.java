package dev.safelight.metadata.accesslog;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes entries of the access log a moment later, many at a time, so that no picture waits for the
 * database. A crash loses those of the last moment; a database that is away for long, those beyond
 * what fits in memory, which is said in the log.
 */
public class AccessRecorder {

  private static final System.Logger LOG = System.getLogger(AccessRecorder.class.getName());
  private static final int AT_A_TIME = 1000;

  private final AccessLog log;
  private final BlockingQueue<Access> waiting;
  private final AtomicLong lost = new AtomicLong();

  /**
   * Composes the recorder.
   *
   * @param capacity most entries that wait
   */
  public AccessRecorder(AccessLog log, int capacity) {
    this.log = log;
    this.waiting = new ArrayBlockingQueue<>(capacity);
  }

  /** Takes an entry. Never blocks. */
  public void record(Access entry) {
    if (!waiting.offer(entry)) {
      lost.incrementAndGet();
    }
  }

  /** How many entries were lost because too many waited. */
  public long lost() {
    return lost.get();
  }

  /**
   * Writes what waits, again and again.
   *
   * @return what ends it
   */
  public Disposable start(Duration pause) {
    return Flux.interval(pause)
        .onBackpressureDrop()
        .concatMap(tick -> flush().onErrorResume(this::leftForLater), 1)
        .subscribe();
  }

  /** Writes what waits. What can't be written waits on. */
  public Mono<Void> flush() {
    return Mono.defer(
        () -> {
          List<Access> batch = new ArrayList<>();
          waiting.drainTo(batch);
          return Flux.fromIterable(batch)
              .buffer(AT_A_TIME)
              .concatMap(log::record)
              .then()
              .doOnError(failure -> putBack(batch))
              .doOnCancel(() -> putBack(batch));
        });
  }

  /** Some of them may be kept already; the log keeps them once. */
  private void putBack(List<Access> batch) {
    batch.forEach(this::record);
  }

  private Mono<Void> leftForLater(Throwable failure) {
    LOG.log(
        Level.WARNING,
        "{0} entries of the access log wait to be written, {1} were lost: {2}",
        waiting.size(),
        lost.get(),
        failure.getMessage());
    return Mono.empty();
  }
}
