package dev.safelight.processor.fuzz;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.safelight.processor.process.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Gives altered files to an engine and keeps those that hurt it.
 *
 * @param files sound files to alter
 * @param seed of the dice: the same alters the same files in the same ways
 * @param keep folder for what crashed, hung or failed; made when needed
 */
public record Fuzz(List<byte[]> files, long seed, Path keep) {

  /** What the command or the test was told. */
  public static Fuzz configured(Path keep) throws IOException {
    var folder = System.getProperty("safelight.fuzz.files");
    var files = folder == null || folder.isEmpty() ? Corpus.drawn() : Corpus.of(Path.of(folder));
    return new Fuzz(files, Long.getLong("safelight.fuzz.seed", 1), keep);
  }

  /** The altered file of that number. */
  public byte[] file(int number) {
    return new Mutator(files, new Random(seed * 1_000_003 + number)).next();
  }

  /**
   * Judges the files from one number to before another, and waits until all are.
   *
   * @param limit the longest that one may take
   * @throws AssertionError if one takes longer, or if anything but a verdict is thrown
   */
  public Tally run(Judge judge, int from, int to, int threads, Duration limit)
      throws InterruptedException {
    var tally = new Tally();
    var defect = new AtomicReference<AssertionError>();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      IntStream.range(from, to)
          .<Runnable>mapToObj(number -> () -> judge(judge, number, limit.toNanos(), tally, defect))
          .forEach(executor::execute);
    }
    if (defect.get() != null) {
      throw defect.get();
    }
    return tally;
  }

  private void judge(
      Judge judge, int number, long nanos, Tally tally, AtomicReference<AssertionError> defect) {
    if (defect.get() != null) {
      return;
    }
    var file = file(number);
    try (var executor = Executors.newSingleThreadExecutor()) {
      Future<String> verdict = executor.submit(() -> judge.outcome(file));
      try {
        var outcome = verdict.get(nanos, NANOSECONDS);
        tally.count(outcome);
        if (outcome.contains("CRASHED") || outcome.contains("TIMED_OUT")) {
          keep(number, file, outcome);
        }
      } catch (TimeoutException e) {
        verdict.cancel(true);
        keep(number, file, "hung");
        defect.set(new AssertionError("File %d hangs".formatted(number), e));
      } catch (ExecutionException e) {
        keep(number, file, "failed");
        defect.set(new AssertionError("File %d is no verdict".formatted(number), e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void keep(int number, byte[] file, String why) {
    try {
      Files.createDirectories(keep);
      Files.write(keep.resolve("%s-%d".formatted(why.replaceAll("\\W+", "-"), number)), file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
