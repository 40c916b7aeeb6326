package dev.safelight.bench.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a round came to.
 *
 * @param seconds from the first byte to the last answer
 * @param milliseconds each upload took
 */
record Round(double seconds, List<Double> milliseconds) {

  /** Uploads so many through a door, so many at a time. */
  static Round of(Door door, NoiseImage image, int count, int parallel)
      throws InterruptedException, ExecutionException {
    Callable<Double> upload =
        () -> {
          long began = System.nanoTime();
          door.upload(image);
          return (System.nanoTime() - began) / 1e6;
        };
    try (var workers = Executors.newFixedThreadPool(parallel)) {
      long began = System.nanoTime();
      var times = new ArrayList<Double>();
      for (Future<Double> done : workers.invokeAll(Collections.nCopies(count, upload))) {
        times.add(done.get());
      }
      return new Round((System.nanoTime() - began) / 1e9, times);
    }
  }

  double megabytesPerSecond(NoiseImage image) {
    return image.size() * (double) milliseconds.size() / 1e6 / seconds;
  }
}
