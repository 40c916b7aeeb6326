package dev.safelight.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.safelight.e2e.stack.Port;
import dev.safelight.e2e.stack.SafelightStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Writes bytes to the gateway as they are, as no HTTP client would. */
public final class RawHttp {

  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");
  private static final Pattern SLUG = Pattern.compile("\"urn:safelight:problem:([a-z-]+)\"");
  private static final int MOST_OF_AN_ANSWER = 20_000;

  private final int port;
  private final Duration patience;

  /** Talks to the gateway of this stack, and waits so long for its answers. */
  public RawHttp(SafelightStack stack, Duration patience) {
    this.port = stack.port(Port.GATEWAY);
    this.patience = patience;
  }

  /** What is sent, by and by. */
  @FunctionalInterface
  public interface Sender {
    /** Writes until it is enough, or the other side has. */
    void send(OutputStream out) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param status status of the answer, 0 where the connection was closed without one
   * @param slug the problem's, empty where the answer is none
   * @param took from the first byte to the end of the answer
   */
  public record Result(int status, String slug, Duration took) {}

  /** Sends these bytes. */
  public Result send(byte[] request) throws IOException {
    return send(out -> out.write(request));
  }

  /** Sends, on a thread of its own, and reads what is answered meanwhile. */
  public Result send(Sender sender) throws IOException {
    long began = System.nanoTime();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) patience.toMillis());
      var writing = Thread.ofVirtual().start(() -> write(sender, socket));
      var answer = read(socket.getInputStream());
      writing.interrupt();
      return result(answer, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private static void write(Sender sender, Socket socket) {
    try {
      var out = socket.getOutputStream();
      sender.send(out);
      out.flush();
    } catch (IOException e) {
      // Nobody listens any more, which is what the answer tells.
    }
  }

  /** Until a whole problem is there, or the end. */
  private static String read(InputStream in) throws IOException {
    var answer = new ByteArrayOutputStream();
    var piece = new byte[4096];
    try {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        answer.write(piece, 0, n);
        if (isWhole(answer.toString(ISO_8859_1)) || answer.size() > MOST_OF_AN_ANSWER) {
          break;
        }
      }
    } catch (SocketException e) {
      // Reset, perhaps behind an answer.
    }
    return answer.toString(ISO_8859_1);
  }

  private static boolean isWhole(String answer) {
    return answer.contains("\r\n\r\n")
        && (answer.endsWith("}")
            || answer.toLowerCase(java.util.Locale.ROOT).contains("content-length: 0"));
  }

  private static Result result(String answer, Duration took) {
    var status = STATUS.matcher(answer);
    var slug = SLUG.matcher(answer);
    return new Result(
        status.find() ? Integer.parseInt(status.group(1)) : 0,
        slug.find() ? slug.group(1) : "",
        took);
  }
}
