package dev.safelight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Resident memory of a stack on this machine, by the pid files of its state folder (Linux). */
final class StackMemory {

  private StackMemory() {}

  /** A row for each part and one for the sum; none where there is no such stack. */
  static List<String> of(Path home) throws IOException {
    var pids = home.resolve("run");
    if (!Files.isDirectory(pids)) {
      return List.of();
    }
    var rows = new ArrayList<String>();
    long sum = 0;
    try (var files = Files.newDirectoryStream(pids, "*.pid")) {
      for (var file : files) {
        var megabytes = residentMegabytes(Files.readAllLines(file).getFirst().strip());
        sum += megabytes;
        rows.add(row(file.getFileName().toString().replace(".pid", ""), megabytes));
      }
    }
    rows.sort(null);
    rows.add(row("**the whole stack**", sum));
    return rows;
  }

  private static String row(String part, long megabytes) {
    return String.format(Locale.ROOT, "| resident memory of %s | %d MB |", part, megabytes);
  }

  private static long residentMegabytes(String pid) throws IOException {
    var status = Path.of("/proc", pid, "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }
}
