package dev.safelight.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts of a stack last complained of, for whoever has to find out why a story failed. */
final class LogTails {

  private static final int COMPLAINTS = 12;
  private static final int LAST_LINES = 4;
  private static final int LONGEST_LINE = 300;

  private LogTails() {}

  /** The end of every log in this folder, warnings and errors first. */
  static String of(Path logs) {
    try (var files = Files.list(logs)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .sorted()
          .map(LogTails::tail)
          .collect(Collectors.joining());
    } catch (IOException e) {
      return "(no logs: " + e + ")";
    }
  }

  private static String tail(Path log) {
    var lines = lines(log);
    var complaints = lines.stream().filter(line -> line.matches(".*\\b(WARN|ERROR)\\b.*")).toList();
    return Stream.of(
            Stream.of("---- " + log),
            last(complaints, COMPLAINTS),
            Stream.of("     ..."),
            last(lines, LAST_LINES))
        .flatMap(part -> part)
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)) + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<String> last(List<String> lines, int count) {
    return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream();
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
