package dev.safelight.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts that are shell scripts, and the folders to run them in. */
record ShellParts(Path folder) {

  static final Readiness RUNNING = new Readiness.Running();

  Part part(String name, String script, Readiness readiness, String... needs) {
    var environment =
        Map.of("EVENTS", folder.resolve("events").toString(), "FOLDER", folder.toString());
    return new Part(name, List.of("/bin/sh", "-c", script), environment, readiness, Set.of(needs));
  }

  /** Runs for ever, and notes its start and its stop. */
  Part noting(String name, String... needs) {
    var script =
        """
        echo "NAME starts" >> "$EVENTS"
        trap 'echo "NAME stops" >> "$EVENTS"; exit 0' TERM
        while :; do sleep 0.05; done
        """;
    return part(name, script.replace("NAME", name), RUNNING, needs);
  }

  /** What the parts noted, in order. */
  List<String> events() {
    try {
      var file = folder.resolve("events");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PidFiles pids() {
    return new PidFiles(created("run"));
  }

  PartLogs logs() {
    return new PartLogs(created("logs"));
  }

  Launcher launcher() {
    return new Launcher(logs(), pids());
  }

  /** The process that runs this part now. */
  ProcessHandle processOf(String part) throws IOException {
    var pid = Files.readAllLines(folder.resolve("run").resolve(part + ".pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** A port on which nobody listens. */
  static int deafPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path created(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
