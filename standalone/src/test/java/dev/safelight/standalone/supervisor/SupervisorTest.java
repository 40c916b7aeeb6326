package dev.safelight.standalone.supervisor;

import static dev.safelight.standalone.supervisor.ShellParts.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  private static final BackOff QUICK = new BackOff(Duration.ofMillis(20), Duration.ofMillis(50));
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final List<String> console = new CopyOnWriteArrayList<>();
  private final List<Supervisor> started = new CopyOnWriteArrayList<>();
  private ShellParts shell;

  @BeforeEach
  void useTheFolder() {
    shell = new ShellParts(folder);
  }

  @AfterEach
  void stopEverything() {
    started.forEach(Supervisor::stop);
  }

  @Test
  void startsAPartOnlyWhenWhatItNeedsIsReady() throws Exception {
    int port = ShellParts.deafPort();
    var slow = shell.part("slow", "exec sleep 1000", new Readiness.Listening(List.of(port)));
    var supervisor = supervisor(slow, shell.noting("patient", "slow"), shell.noting("free"));
    var start = inBackground(supervisor);

    await().until(() -> shell.events().contains("free starts"));
    assertThat(shell.events()).doesNotContain("patient starts");
    try (var nowListening = listen(port)) {
      assertThat(start.join()).as("started by %s", nowListening).isTrue();
    }
    await().until(() -> shell.events().contains("patient starts"));
  }

  @Test
  void stopsDependentsBeforeWhatTheyNeed() throws Exception {
    var supervisor =
        supervisor(
            shell.noting("store"),
            shell.noting("service", "store"),
            shell.noting("door", "service"));
    supervisor.start(LIMIT);
    await().until(() -> shell.events().size() == 3);
    var processes = List.of(shell.processOf("store"), shell.processOf("door"));

    supervisor.stop();

    assertThat(shell.events()).endsWith("door stops", "service stops", "store stops");
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test
  void restartsAPartThatWasKilledAndSaysSo() throws Exception {
    supervisor(shell.part("frail", "exec sleep 1000", RUNNING)).start(LIMIT);
    var first = shell.processOf("frail");

    first.destroyForcibly();

    await().until(() -> console.contains("frail is back"));
    assertThat(shell.processOf("frail").pid()).isNotEqualTo(first.pid());
    assertThat(console.getFirst()).startsWith("frail ended with 137; starting it again");
  }

  @Test
  void quotesTheLogOfAPartThatKeepsDyingAndStartsNothingThatNeedsIt() {
    var unwell =
        shell.part("unwell", "echo the disk is full; exit 3", new Readiness.Listening(List.of(1)));
    var supervisor = supervisor(unwell, shell.noting("dependent", "unwell"));

    assertThatExceptionOfType(StartFailedException.class)
        .isThrownBy(() -> supervisor.start(LIMIT))
        .withMessageContaining("unwell ended with 3")
        .withMessageContaining("the disk is full");
    assertThat(shell.events()).isEmpty();
  }

  @Test
  void namesThePartThatIsNotReadyInTime() {
    var stuck =
        shell.part(
            "stuck",
            "echo waiting for Godot; exec sleep 1000",
            new Readiness.Listening(List.of(1)));
    var supervisor = supervisor(stuck, shell.noting("well"));

    assertThatExceptionOfType(StartFailedException.class)
        .isThrownBy(() -> supervisor.start(Duration.ofSeconds(1)))
        .withMessageStartingWith("Not ready after 1 s: stuck.")
        .withMessageContaining("waiting for Godot");
  }

  @Test
  void isStoppedInTheMiddleOfItsStart() throws Exception {
    var stuck = shell.part("stuck", "exec sleep 1000", new Readiness.Listening(List.of(1)));
    var supervisor = supervisor(stuck, shell.noting("dependent", "stuck"));
    var start = inBackground(supervisor);
    await().until(() -> folder.resolve("run/stuck.pid").toFile().exists());
    var process = await().until(() -> shell.processOf("stuck"), ProcessHandle::isAlive);

    supervisor.stop();

    assertThat(start.join()).isFalse();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void partsLeaveCtrlCToTheSupervisor() throws Exception {
    supervisor(shell.noting("deaf")).start(LIMIT);
    await().until(() -> shell.events().contains("deaf starts"));
    var process = shell.processOf("deaf");

    var interrupt = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
    assertThat(interrupt.waitFor()).isZero();
    var hangUp = new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid())).start();
    assertThat(hangUp.waitFor()).isZero();

    process.destroy(); // handled after the two, had they been
    await().until(() -> shell.events().contains("deaf stops"));
  }

  @Test
  void refusesANeedThatIsNoPart() {
    var lost = new Part("lost", List.of("true"), java.util.Map.of(), RUNNING, Set.of("nobody"));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> new Supervisor(List.of(lost), shell.launcher(), QUICK, console::add).start(LIMIT))
        .withMessageContaining("nobody");
  }

  private Supervisor supervisor(Part... parts) {
    var supervisor = new Supervisor(List.of(parts), shell.launcher(), QUICK, console::add);
    started.add(supervisor);
    return supervisor;
  }

  private static CompletableFuture<Boolean> inBackground(Supervisor supervisor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return supervisor.start(LIMIT);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
  }
}
