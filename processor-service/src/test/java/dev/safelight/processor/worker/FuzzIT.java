package dev.safelight.processor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.fuzz.Fuzz;
import dev.safelight.processor.fuzz.Tally;
import dev.safelight.processor.process.EngineUnavailableException;
import dev.safelight.processor.process.Judge;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.worker.WorkerProperties.Isolation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/**
 * Altered files end in pictures or in a reason, whatever they do to their workers: nothing else is
 * thrown, nothing hangs, and no memory is kept. {@code make fuzz} does the same with many more.
 */
class FuzzIT {

  private static final int FEW = 300;
  private static final int WORKERS = 2;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /** Two attempts, each of which may have to wait for a new worker. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What may be found in the service's heap that was not there before. */
  private static final long KEPT_BYTES = 32 << 20;

  static String[] engines() {
    return System.getProperty("safelight.fuzz.engines", "java,vips").split(",");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void everyFileHasOneOutcome(String engine) throws Exception {
    int count = Integer.getInteger("safelight.fuzz.count", FEW);
    var folder = Path.of("target", "fuzz");
    var fuzz = Fuzz.configured(folder.resolve(engine));
    var settings = settings(engine);
    try (var pool =
        new WorkerPool(Setup.message(settings, WatermarkImages.NONE), settings, ending -> {})) {
      requireInstalled(pool);
      var judge = new Judge(pool);
      int first = count / 10;
      var tally = fuzz.run(judge, 0, first, WORKERS, PATIENCE);
      long before = usedBytes();
      var rest = fuzz.run(judge, first, count, WORKERS, PATIENCE);
      assertThat(usedBytes() - before).as("bytes kept").isLessThan(KEPT_BYTES);
      assertThat(tally.total() + rest.total()).isEqualTo(count);
      assertThat(rest.of("developed")).as("files that survive").isPositive();
      report(folder, engine, rest.plus(tally));
    }
  }

  private static void requireInstalled(WorkerPool pool) {
    try {
      pool.ready();
    } catch (EngineUnavailableException e) {
      Assumptions.abort(e.getMessage());
    }
  }

  private static WorkerProperties settings(String engine) {
    return new WorkerProperties(
        engine,
        Isolation.PROCESS,
        WORKERS,
        TIME_LIMIT,
        DataSize.ofGigabytes(1),
        1000,
        DataSize.ofMegabytes(64),
        false);
  }

  private static void report(Path folder, String engine, Tally tally) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(engine + ".md"), tally.toString());
    System.out.printf("%nOutcomes of the %s engine:%n%n%s%n", engine, tally);
  }

  private static long usedBytes() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
