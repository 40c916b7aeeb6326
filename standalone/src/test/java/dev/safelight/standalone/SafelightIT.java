package dev.safelight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.standalone.state.StateFolder;
import dev.safelight.standalone.token.TokenCommand;
import dev.safelight.testservers.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways in which Safelight does not start; the way in which it does is told by the e2e module.
 */
class SafelightIT {

  @TempDir Path folder;

  @Test
  void namesThePortThatIsTakenAndTheSettingThatHelps() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());

      assertThat(run(Safelight.class, port)).isOne();

      assertThat(log())
          .content()
          .contains("Port " + port + " (GATEWAY)")
          .contains("SAFELIGHT_PORT=");
    }
  }

  @Test
  void saysThatAnotherOneRunsInTheFolder() throws Exception {
    try (var other = StateFolder.hold(folder.resolve("home"))) {
      assertThat(run(Safelight.class, "8080")).isOne();

      assertThat(log()).content().contains("already runs in " + other.path());
    }
  }

  @Test
  void aTokenOfNobodyIsAPlainComplaint() throws Exception {
    assertThat(run(TokenCommand.class, String.valueOf(FreePort.find()))).isOne();

    assertThat(log()).content().contains("no password of \"demo\"").doesNotContain("Exception");
  }

  private int run(Class<?> main, String port) throws Exception {
    var home = folder.resolve("home").toString();
    var environment = Map.of("SAFELIGHT_HOME", home, "SAFELIGHT_PORT", port);
    return GatheredJars.start(main, environment, log()).waitFor();
  }

  private Path log() {
    return folder.resolve("log");
  }
}
