package dev.safelight.bench.ingest;

import dev.safelight.bench.Quantiles;
import dev.safelight.bench.engine.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What was measured, as a table in Markdown. */
final class Report {

  private final Table table =
      new Table(
          "size",
          "at a time",
          "door",
          "MB/s",
          "× bare PUT",
          "p50 ms",
          "p99 ms",
          "ingest: CPU ms/upload",
          "allocated kB/upload",
          "heap peak / live MB",
          "RSS MB");

  /** Adds the doors of a cell; the first is what the others are compared to. */
  void add(Cell cell, List<Cell.Result> results) {
    for (var result : results) {
      var times = result.rounds().stream().flatMap(round -> round.milliseconds().stream()).toList();
      var bare = result.door().equals(results.getFirst().door());
      table.row(
          String.format(Locale.ROOT, "%.1f MB", cell.image().size() / 1e6),
          cell.parallel(),
          result.door(),
          speed(cell, result),
          ratio(results.getFirst(), result),
          Math.round(Quantiles.of(times, 0.5)),
          Math.round(Quantiles.of(times, 0.99)),
          bare ? "" : result.cpuSeconds() * 1000 / result.uploads(),
          bare ? "" : result.allocated() * 1000 / result.uploads(),
          bare ? "" : heap(result),
          bare ? "" : result.residentBytes() / 1_000_000);
    }
  }

  private static double speed(Cell cell, Cell.Result result) {
    return median(
        result.rounds().stream().map(round -> round.megabytesPerSecond(cell.image())).toList());
  }

  /** The median of what each round comes to beside the bare round before it. */
  private static double ratio(Cell.Result bare, Cell.Result result) {
    return median(
        IntStream.range(0, result.rounds().size())
            .mapToObj(i -> bare.rounds().get(i).seconds() / result.rounds().get(i).seconds())
            .toList());
  }

  private static String heap(Cell.Result result) {
    return result.garbage().stream().mapToLong(Garbage::peak).max().orElse(0)
        + " / "
        + result.garbage().stream().mapToLong(Garbage::live).max().orElse(0);
  }

  private static double median(List<Double> values) {
    return Quantiles.of(values, 0.5);
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
