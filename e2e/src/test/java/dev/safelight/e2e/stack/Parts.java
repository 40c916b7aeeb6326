package dev.safelight.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The processes of a stack, known by the pid files in its folder of state. */
public final class Parts {

  private final Path pidFiles;

  Parts(Path home) {
    this.pidFiles = home.resolve("run");
  }

  /** The process of this part; waits for one that is being started again. */
  public ProcessHandle process(String part) {
    return Awaitility.await("a process of " + part)
        .atMost(Duration.ofMinutes(1))
        .until(() -> find(part), Optional::isPresent)
        .orElseThrow();
  }

  /** Ends it without warning ({@code kill -9}), and returns when it is gone. */
  public void kill(String part) {
    var process = process(part);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Memory that a part has in RAM, in MiB. */
  public long residentMiB(String part) {
    var pid = process(part).pid();
    try {
      var status = Path.of("/proc", String.valueOf(pid), "status");
      return (Files.exists(status) ? fromProc(status) : fromPs(pid)) / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ProcessHandle> find(String part) {
    try {
      var pid = Files.readAllLines(pidFiles.resolve(part + ".pid")).getFirst();
      return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // not started yet, or just being written
    }
  }

  private static long fromProc(Path status) throws IOException {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElseThrow();
    }
  }

  private static long fromPs(long pid) throws IOException {
    var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
    var kib = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return Long.parseLong(kib.strip());
  }
}
