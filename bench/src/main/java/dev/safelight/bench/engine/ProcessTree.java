package dev.safelight.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What a process and its descendants use, by {@code /proc} (Linux).
 *
 * @param root the process
 */
public record ProcessTree(ProcessHandle root) {

  private static final double TICKS_PER_SECOND = 100;

  /** User, system, and both of children that are gone: fields 14 to 17 of proc(5)'s stat. */
  private static final int FIRST_TIME = 14 - 3;

  private static final int TIMES = 4;

  /** Processor time so far in seconds, of children that ended meanwhile too. */
  public double cpuSeconds() {
    return sum(ProcessTree::ticks) / TICKS_PER_SECOND;
  }

  /** Resident memory now, in bytes; pages that several processes share count for each. */
  public long residentBytes() {
    return sum(ProcessTree::resident);
  }

  private long sum(ToLongFunction<Path> measure) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToLong(process -> measure.applyAsLong(Path.of("/proc", String.valueOf(process.pid()))))
        .sum();
  }

  private static long ticks(Path process) {
    var stat = read(process.resolve("stat"));
    // The name, in parentheses, may contain anything.
    var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    long ticks = 0;
    for (int i = FIRST_TIME; i < FIRST_TIME + TIMES && i < fields.length; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks;
  }

  private static long resident(Path process) {
    return read(process.resolve("status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .sum();
  }

  /** Empty where the process is gone. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
