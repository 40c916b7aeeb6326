package dev.safelight.standalone.clamav;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.safelight.standalone.supervisor.Readiness;
import dev.safelight.testservers.FreePort;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real clamd with the configuration and the signature of ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClamAvIT {

  /**
   * The EICAR test file, not in clear: scanners of other people's machines would find this source.
   */
  private static final byte[] EICAR =
      HexFormat.of()
          .parseHex(
              "58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e44415244"
                  + "2d414e544956495255532d544553542d46494c452124482b482a");

  private static final int MEGABYTE = 1 << 20;

  private final int port = FreePort.find();
  private Process clamd;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    var program = Programs.of(System.getenv()).find("clamd").orElseThrow();
    var command = new ClamAv(folder, port).prepare().clamdCommand(program);
    clamd = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(DISCARD).start();
    var ready = new Readiness.Listening(List.of(port));
    await().atMost(Duration.ofMinutes(1)).until(ready::met);
  }

  @AfterAll
  void stop() {
    clamd.destroyForcibly();
  }

  @Test
  void knowsTheTestFileByTheBundledSignature() throws IOException {
    assertThat(scan(EICAR)).contains("Eicar-Test-Signature").endsWith("FOUND");
  }

  @Test
  void findsItAtTheEndOfMuchElse() throws IOException {
    assertThat(scan(endingWithEicar(30 * MEGABYTE))).endsWith("FOUND");
  }

  @Test
  void letsHarmlessBytesPass() throws IOException {
    assertThat(scan(new byte[10 * MEGABYTE])).isEqualTo("stream: OK");
  }

  @Test
  void neverCallsInputOverItsLimitClean() throws IOException {
    assertThat(scan(endingWithEicar(130 * MEGABYTE))).doesNotEndWith("OK");
  }

  private static byte[] endingWithEicar(int size) {
    var bytes = Arrays.copyOf(new byte[0], size);
    System.arraycopy(EICAR, 0, bytes, size - EICAR.length, EICAR.length);
    return bytes;
  }

  /** The INSTREAM command; clamd may answer and hang up before it has read everything. */
  private String scan(byte[] content) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      try {
        send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
      } catch (SocketException _) {
        // the answer says why
      }
      var answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.US_ASCII).trim();
    }
  }

  private static void send(byte[] content, DataOutputStream clamd) throws IOException {
    clamd.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    for (int sent = 0; sent < content.length; sent += MEGABYTE) {
      int chunk = Math.min(MEGABYTE, content.length - sent);
      clamd.writeInt(chunk);
      clamd.write(content, sent, chunk);
    }
    clamd.writeInt(0);
    clamd.flush();
  }
}
