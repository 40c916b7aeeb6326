package dev.safelight.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which process runs which part, on disk, so that the next run can find what this one left behind.
 *
 * <p>A file holds two lines: the pid and the instant the process began. The instant is what makes
 * the pid safe to act on, because pids are given out again.
 */
public final class PidFiles {

  /** Start instants are derived from the boot time, which moves a little when the clock is set. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

  private final Path folder;

  /** Keeps the files in this existing folder. */
  public PidFiles(Path folder) {
    this.folder = folder;
  }

  void record(String part, ProcessHandle process) {
    var began = process.info().startInstant().orElse(Instant.EPOCH);
    try {
      Files.writeString(fileOf(part), process.pid() + "\n" + began + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(String part) {
    try {
      Files.deleteIfExists(fileOf(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forgetAll() {
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recorded processes that still are the ones recorded. */
  List<ProcessHandle> alive() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".pid"))
          .flatMap(f -> read(f).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessHandle> read(Path file) {
    try {
      var lines = Files.readAllLines(file);
      var began = Instant.parse(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.get(0))).filter(p -> beganAt(p, began));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // cut short by a kill: what it would have named is found by its mark
    }
  }

  private static boolean beganAt(ProcessHandle process, Instant recorded) {
    return process
        .info()
        .startInstant()
        .map(began -> Duration.between(began, recorded).abs().compareTo(CLOCK_SLACK) <= 0)
        .orElse(false);
  }

  private Path fileOf(String part) {
    return folder.resolve(part + ".pid");
  }
}
