package dev.safelight.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the way of images from upload to ready: one at a time on an idle stack, then many at
 * once. Prints Markdown.
 *
 * <p>Settings, from the environment: {@code SAFELIGHT_URL}, {@code SAFELIGHT_TOKEN}, {@code
 * BENCH_PHOTOS} (a folder; photos are drawn without it), {@code BENCH_COUNT} (100), {@code
 * BENCH_PARALLEL} (8), {@code SAFELIGHT_HOME} (for the memory of a stack on this machine).
 */
final class PipelineBench {

  private static final int WARM_UPS = 20;
  private static final int SINGLE_RUNS = 10;

  private final Uploader uploader;
  private final List<Photo> photos;

  private PipelineBench(Uploader uploader, List<Photo> photos) {
    this.uploader = uploader;
    this.photos = photos;
  }

  static void main() throws Exception {
    var settings = Settings.fromEnvironment();
    try (var uploader = new Uploader(settings.url(), settings.token())) {
      var bench = new PipelineBench(uploader, Photo.from(settings));
      bench.flood(WARM_UPS, settings.parallel());
      System.out.println("| what | measured |\n|---|---|");
      bench.singly();
      bench.many(settings);
      StackMemory.of(settings.home()).forEach(System.out::println);
    }
  }

  private void singly() throws Exception {
    var times = new ArrayList<Double>();
    for (int i = 0; i < SINGLE_RUNS; i++) {
      times.add(uploader.untilReady(photos.getFirst()));
    }
    System.out.printf(
        "| upload to ready, one photo (%s), idle, %d runs | p50 %.0f ms, p95 %.0f ms |%n",
        photos.getFirst().name(), SINGLE_RUNS, Quantiles.of(times, 0.5), Quantiles.of(times, 0.95));
  }

  private void many(Settings settings) throws Exception {
    var began = System.nanoTime();
    var times = flood(settings.count(), settings.parallel());
    var seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "| %d photos, %d at a time, until all are ready | %.2f images/s; upload to ready p50 %.0f ms,"
            + " p95 %.0f ms |%n",
        settings.count(),
        settings.parallel(),
        settings.count() / seconds,
        Quantiles.of(times, 0.5),
        Quantiles.of(times, 0.95));
  }

  /** Uploads so many photos and gives the time of each until it was ready, in milliseconds. */
  private List<Double> flood(int count, int parallel) throws Exception {
    try (var workers = Executors.newFixedThreadPool(parallel)) {
      var running = new ArrayList<Future<Double>>();
      for (int i = 0; i < count; i++) {
        var photo = photos.get(i % photos.size());
        running.add(workers.submit(() -> uploader.untilReady(photo)));
      }
      var times = new ArrayList<Double>();
      for (var each : running) {
        times.add(each.get());
      }
      return times;
    }
  }
}
