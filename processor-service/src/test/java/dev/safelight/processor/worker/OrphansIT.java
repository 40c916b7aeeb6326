package dev.safelight.processor.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the service, its workers end with it. */
class OrphansIT {

  @Test
  void workersEndWithTheirServiceEvenInTheMidstOfAnImage() throws Exception {
    var boss = boss();
    try (var said = boss.inputReader()) {
      var workers = List.of(worker(said.readLine()), worker(said.readLine()));
      assertThat(said.readLine()).isEqualTo("busy");
      assertThat(workers).allMatch(ProcessHandle::isAlive);
      boss.destroyForcibly().waitFor();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(workers).noneMatch(ProcessHandle::isAlive));
    } finally {
      boss.destroyForcibly();
    }
  }

  private static ProcessHandle worker(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static Process boss() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Boss.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
