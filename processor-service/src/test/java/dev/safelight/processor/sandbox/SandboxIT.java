package dev.safelight.processor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, as nobody gets out of a sandbox again. */
@EnabledOnOs(OS.LINUX)
class SandboxIT {

  private static final List<String> DEEDS =
      List.of(
          "connect",
          "connect by NIO",
          "exec",
          "write",
          "append",
          "make a folder",
          "rename",
          "delete",
          "signal",
          "bound others");

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("readable"), "x");
    Files.writeString(folder.resolve("movable"), "x");
    Files.writeString(folder.resolve("after"), "x");
    Files.writeString(folder.resolve("other thread"), "x");
  }

  @Test
  void leavesReadingAndNothingElse() throws Exception {
    var said = prisoner();
    assertThat(said).contains("leak: none");
    for (var when : List.of("before", "after", "other thread")) {
      assertThat(said).contains(when + ": can read");
    }
    for (var deed : DEEDS) {
      assertThat(said)
          .contains("before: can " + deed, "after: cannot " + deed, "other thread: cannot " + deed);
    }
  }

  private List<String> prisoner() throws IOException, InterruptedException {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Prisoner.class.getName(),
                  String.valueOf(server.getLocalPort()),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var out = process.inputReader()) {
        return out.lines().toList();
      } finally {
        process.waitFor();
      }
    }
  }
}
