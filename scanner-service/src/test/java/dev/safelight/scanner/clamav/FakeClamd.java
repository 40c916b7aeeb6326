package dev.safelight.scanner.clamav;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.util.unit.DataSize;

/** A clamd that speaks its protocol on a random local port and misbehaves as told. */
final class FakeClamd implements AutoCloseable {

  /** What it says about itself. */
  volatile String version = "ClamAV 1.4.6/27812/Thu Nov 20 08:00:00 2026";

  /** What it says about what it was sent, without the end mark, or null to say nothing. */
  volatile Function<byte[], String> judge = FakeClamd::honest;

  /** From how many bytes it refuses, as StreamMaxLength does. */
  volatile int streamMaxLength = Integer.MAX_VALUE;

  /** What it writes after each reply. */
  volatile String end = "\0";

  /** Whether it takes connections and reads nothing. */
  volatile boolean deaf;

  /** Sizes of what it was sent. */
  final List<Integer> scanned = new CopyOnWriteArrayList<>();

  private final ServerSocket server;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();

  FakeClamd() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /** Settings to reach it with, with time-outs short enough to be waited for. */
  ClamdProperties settings() {
    return new ClamdProperties(
        "127.0.0.1",
        server.getLocalPort(),
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        DataSize.ofBytes(8192),
        Duration.ofSeconds(10),
        Duration.ofHours(1),
        Duration.ofDays(7));
  }

  static String honest(byte[] content) {
    int tail = Math.max(0, content.length - 400);
    return new String(Arrays.copyOfRange(content, tail, content.length), US_ASCII)
            .contains(new String(Eicar.file(), US_ASCII))
        ? "stream: Eicar FOUND"
        : "stream: OK";
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        clients.add(client);
        if (!deaf) {
          Thread.ofVirtual().start(() -> answer(client));
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void answer(Socket client) {
    try (client) {
      var in = new DataInputStream(client.getInputStream());
      var reply = command(in).equals("zVERSION") ? version : judged(in);
      if (reply == null) {
        in.readAllBytes(); // until the other side hangs up
      } else {
        client.getOutputStream().write((reply + end).getBytes(US_ASCII));
      }
    } catch (IOException e) {
      // The client hung up; the test is about what the client says.
    }
  }

  private static String command(DataInputStream in) throws IOException {
    var command = new StringBuilder();
    for (int next; (next = in.read()) > 0; ) {
      command.append((char) next);
    }
    return command.toString();
  }

  private String judged(DataInputStream in) throws IOException {
    var received = new ByteArrayOutputStream();
    for (int size; (size = in.readInt()) > 0; ) {
      received.write(in.readNBytes(size));
      if (received.size() > streamMaxLength) {
        return "INSTREAM size limit exceeded. ERROR";
      }
    }
    scanned.add(received.size());
    return judge.apply(received.toByteArray());
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var client : clients) {
      client.close();
    }
  }
}
