package dev.safelight.bench.ingest;

import dev.safelight.bench.engine.MemoryWatch;
import dev.safelight.bench.engine.ProcessTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Uploads of one size, so many at a time, through each door in turn.
 *
 * @param image what is uploaded
 * @param parallel uploads at a time
 * @param mostRounds rounds of each door, where a round does not move very much
 */
record Cell(NoiseImage image, int parallel, int mostRounds) {

  /** Bytes that a round moves at least, for it to last a second or so. */
  private static final long ROUND_BYTES = 60_000_000;

  private static final long MANY_BYTES = 500_000_000;
  private static final long VERY_MANY_BYTES = 1_500_000_000;
  private static final int MOST_UPLOADS = 300;

  /**
   * Where it is measured.
   *
   * @param running the processes
   * @param store the store, to be emptied between rounds
   * @param doors the store first
   */
  record Stage(IngestAlone running, BareStore store, List<Door> doors) {}

  /**
   * What was measured at a door.
   *
   * @param door its name
   * @param rounds each of its rounds
   * @param cpuSeconds processor time of ingest
   * @param garbage what ingest allocated in all rounds together
   * @param residentBytes most memory of ingest
   */
  record Result(
      String door,
      List<Round> rounds,
      double cpuSeconds,
      List<Garbage> garbage,
      long residentBytes) {

    int uploads() {
      return rounds.stream().mapToInt(round -> round.milliseconds().size()).sum();
    }

    long allocated() {
      return garbage.stream().mapToLong(Garbage::allocated).sum();
    }
  }

  int uploads() {
    return (int) Math.max(parallel, Math.min(MOST_UPLOADS, ROUND_BYTES / image.size()));
  }

  private int rounds() {
    long bytes = (long) uploads() * image.size();
    return bytes >= VERY_MANY_BYTES
        ? 1
        : bytes >= MANY_BYTES ? Math.min(2, mostRounds) : mostRounds;
  }

  /** The doors take turns, so that whatever else the machine does meets them all. */
  List<Result> measure(Stage stage) throws Exception {
    var results = new ArrayList<Result>();
    stage
        .doors()
        .forEach(
            door ->
                results.add(new Result(door.name(), new ArrayList<>(), 0, new ArrayList<>(), 0)));
    for (int round = 0; round < rounds(); round++) {
      for (int i = 0; i < results.size(); i++) {
        results.set(i, oneMore(results.get(i), stage.doors().get(i), stage.running()));
        stage.store().empty();
      }
    }
    return results;
  }

  private Result oneMore(Result result, Door door, IngestAlone running) throws Exception {
    var tree = new ProcessTree(running.ingest().process());
    var logged = Garbage.collect(running.ingest().process(), running.ingest().collectorLog());
    try (var memory = new MemoryWatch(tree)) {
      var before = tree.cpuSeconds();
      result.rounds().add(Round.of(door, image, uploads(), parallel));
      var cpu = tree.cpuSeconds() - before;
      Garbage.collect(running.ingest().process(), running.ingest().collectorLog());
      result.garbage().add(Garbage.since(logged, running.ingest().collectorLog()));
      return new Result(
          result.door(),
          result.rounds(),
          result.cpuSeconds() + cpu,
          result.garbage(),
          Math.max(result.residentBytes(), memory.highest()));
    }
  }
}
