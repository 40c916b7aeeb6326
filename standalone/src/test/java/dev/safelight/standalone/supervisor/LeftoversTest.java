package dev.safelight.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();
  private String mark;
  private PidFiles pids;

  @BeforeEach
  void useTheFolder() {
    mark = "-Dsafelight.home=" + folder;
    pids = new PidFiles(folder);
  }

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void endsARecordedProcess() throws Exception {
    var left = run("sleep", "1000");
    pids.record("left", left.toHandle());

    assertThat(end()).isOne();

    assertThat(left.isAlive()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void endsAProgramOfOursWithTheMarkThoughNobodyRecordedIt() throws Exception {
    var left = run("/bin/sh", "-c", "while :; do sleep 0.1; done", mark);

    assertThat(end()).isOne();

    assertThat(left.isAlive()).isFalse();
  }

  @Test
  void sparesAStrangerWhoWasGivenTheSamePidLater() throws Exception {
    var stranger = run("sleep", "1000");
    Files.writeString(folder.resolve("old.pid"), stranger.pid() + "\n2020-01-01T00:00:00Z\n");

    assertThat(end()).isZero();

    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void sparesAStrangerWhoOnlyMentionsTheMark() throws Exception {
    var searching = run("tail", "-f", "/dev/null", "--", mark);
    var other = run("/bin/sh", "-c", "while :; do sleep 0.1; done", mark + "2");

    assertThat(end()).isZero();

    assertThat(List.of(searching, other)).allMatch(Process::isAlive);
  }

  @Test
  void isNotConfusedByAPidFileCutShort() throws Exception {
    Files.writeString(folder.resolve("cut.pid"), "12");

    assertThat(end()).isZero();
  }

  private int end() {
    return new Leftovers(pids, Set.of(mark)).end();
  }

  private Process run(String... command) throws IOException {
    var process = new ProcessBuilder(command).start();
    processes.add(process);
    return process;
  }
}
