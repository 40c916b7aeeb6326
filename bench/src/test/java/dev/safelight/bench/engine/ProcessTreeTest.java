package dev.safelight.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {

  /** The shell's child has worked and is gone; what it used is not. */
  @Test
  void countsChildrenThatEnded() throws Exception {
    var loop = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
    var shell = new ProcessBuilder("sh", "-c", "(" + loop + "); echo done; read line").start();
    try (var answers = shell.inputReader()) {
      answers.readLine();
      var tree = new ProcessTree(shell.toHandle());

      assertThat(tree.cpuSeconds()).isGreaterThan(0.02);
      assertThat(tree.residentBytes()).isGreaterThan(100_000);
    } finally {
      shell.destroy();
    }
  }
}
