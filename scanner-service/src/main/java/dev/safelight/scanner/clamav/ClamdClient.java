package dev.safelight.scanner.clamav;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Speaks the protocol of clamd(8): one connection per command, null-terminated commands and
 * replies. Safe for use by many threads.
 */
@Component
class ClamdClient {

  /** The longest reply names a signature; more than this is not clamd. */
  private static final int LONGEST_REPLY = 4096;

  private final ClamdProperties clamd;
  private final ScheduledThreadPoolExecutor timer;

  ClamdClient(ClamdProperties clamd) {
    this.clamd = clamd;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("clamd-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** The reply to VERSION, such as {@code ClamAV 1.4.6/27812/Thu Nov 20 08:00:00 2026}. */
  String version() throws IOException {
    return within(
        clamd.connectTimeout().plus(clamd.readTimeout()),
        socket -> {
          socket.getOutputStream().write(command("VERSION"));
          return reply(socket);
        });
  }

  /**
   * Streams {@code content} and returns the reply, such as {@code stream: OK}. What {@code content}
   * throws unchecked comes through as it is; every {@link IOException} is taken for clamd's.
   */
  String scan(InputStream content) throws IOException {
    return within(clamd.scanTimeout(), socket -> exchange(socket, content));
  }

  /** A blocked write knows no time-out, so the deadline closes the socket under it. */
  private String within(Duration limit, Conversation conversation) throws IOException {
    try (var socket = new Socket()) {
      var late = new AtomicBoolean();
      var cut = timer.schedule(() -> cut(socket, late), limit.toMillis(), MILLISECONDS);
      try {
        connect(socket);
        return conversation.on(socket);
      } catch (IOException e) {
        throw late.get() ? new SocketTimeoutException("clamd took longer than " + limit) : e;
      } finally {
        cut.cancel(false);
      }
    }
  }

  private void connect(Socket socket) throws IOException {
    socket.setSoTimeout(Math.toIntExact(clamd.readTimeout().toMillis()));
    socket.connect(
        new InetSocketAddress(clamd.host(), clamd.port()),
        Math.toIntExact(clamd.connectTimeout().toMillis()));
  }

  /** Over its size limit clamd replies and hangs up while we still write: then the reply counts. */
  private String exchange(Socket socket, InputStream content) throws IOException {
    try {
      send(content, socket);
    } catch (IOException writing) {
      try {
        return reply(socket);
      } catch (IOException reading) {
        writing.addSuppressed(reading);
        throw writing;
      }
    }
    return reply(socket);
  }

  private void send(InputStream content, Socket socket) throws IOException {
    var chunk = new byte[Math.toIntExact(clamd.chunkSize().toBytes())];
    var out =
        new DataOutputStream(
            new BufferedOutputStream(socket.getOutputStream(), chunk.length + Integer.BYTES));
    out.write(command("INSTREAM"));
    for (int read; (read = content.readNBytes(chunk, 0, chunk.length)) > 0; ) {
      out.writeInt(read);
      out.write(chunk, 0, read);
    }
    out.writeInt(0);
    out.flush();
  }

  /** A reply without its end may be half a reply, and half a reply is none. */
  private static String reply(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var reply = new StringBuilder();
    for (int next; (next = in.read()) != 0; reply.append((char) next)) {
      if (next < 0) {
        throw new EOFException("clamd hung up before its reply was complete");
      }
      if (reply.length() > LONGEST_REPLY) {
        throw new IOException("What answers is not clamd: " + reply.substring(0, 100));
      }
    }
    return reply.toString().strip();
  }

  private static byte[] command(String name) {
    return ('z' + name + '\0').getBytes(US_ASCII);
  }

  /** Says so before it does so: whoever is cut off looks at once for the reason. */
  private static void cut(Socket socket, AtomicBoolean late) {
    late.set(true);
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same, and whoever uses it is told there.
    }
  }

  /** What is said on one connection. */
  @FunctionalInterface
  private interface Conversation {

    String on(Socket socket) throws IOException;
  }
}
