package dev.safelight.ingest.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code Expect: 100-continue}: the body is asked for only where it will be read. */
@IngestWebTest
class ExpectContinueTest {

  @LocalServerPort int port;

  @Test
  void theBodyIsAskedForAndTaken() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var png = Pictures.png();
      send(socket, "Content-Type: image/png\r\nContent-Length: " + png.length + "\r\n");
      assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 100 Continue");
      assertThat(statusLine(socket)).isEmpty();

      socket.getOutputStream().write(png);

      assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 201 Created");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: image/png | Content-Encoding: gzip | 415",
        "Content-Type: application/xml | X: y | 415",
        "Content-Type: image/png | Content-Digest: sha-256=?? | 400",
        "Content-Type: image/png | Content-Length: 99999999999 | 413",
        "Content-Type: image/png | Content-Disposition: ;;; | 400",
      })
  void noBodyIsAskedForThatWillNotBeRead(String type, String other, int status) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var length = other.startsWith("Content-Length") ? "" : "Content-Length: 1000\r\n";
      send(socket, type + "\r\n" + other + "\r\n" + length);

      assertThat(statusLine(socket)).startsWith("HTTP/1.1 " + status);
    }
  }

  private static void send(Socket socket, String headers) throws IOException {
    socket.setSoTimeout(10_000);
    var head =
        "POST /api/images HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nAuthorization: "
            + Forms.TOKEN
            + "\r\n"
            + headers
            + "\r\n";
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
  }

  private static String statusLine(Socket socket) throws IOException {
    var line = new ByteArrayOutputStream();
    int b = socket.getInputStream().read();
    while (b != '\n' && b >= 0) {
      line.write(b);
      b = socket.getInputStream().read();
    }
    return line.toString(ISO_8859_1).strip();
  }
}
