package dev.safelight.standalone.supervisor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Turns a part into a process: its environment, its log, its pid file. */
public final class Launcher {

  /**
   * Ctrl-C reaches every process of the terminal at once. The parts ignore it, and the closing of
   * the terminal too, so that the supervisor alone decides who stops when. An ignored signal stays
   * ignored across {@code exec}, and the JVM respects that.
   */
  private static final List<String> DEAF_TO_THE_TERMINAL =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

  private final PartLogs logs;
  private final PidFiles pids;

  /** Writes logs and pid files there. */
  public Launcher(PartLogs logs, PidFiles pids) {
    this.logs = logs;
    this.pids = pids;
  }

  PartLogs logs() {
    return logs;
  }

  Process launch(Part part) {
    var command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
    command.addAll(part.command());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logs.fileOf(part.name()).toFile()));
    builder.environment().putAll(part.environment());
    try {
      var process = builder.start();
      pids.record(part.name(), process.toHandle());
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void ended(Part part) {
    pids.forget(part.name());
  }
}
