package dev.safelight.standalone.supervisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** How to tell that a part does its work, asked from outside and without trusting its log. */
public sealed interface Readiness {

  /** Longest wait for one answer, in milliseconds. */
  int PATIENCE_MILLIS = 2_000;

  /** Whether it does now. Never throws: a part that cannot be asked is not ready. */
  boolean met();

  /** Ready as soon as it runs, for parts nobody waits for. */
  record Running() implements Readiness {
    @Override
    public boolean met() {
      return true;
    }
  }

  /**
   * Ready when every one of these loopback ports accepts a connection.
   *
   * @param ports TCP port numbers on 127.0.0.1
   */
  record Listening(List<Integer> ports) implements Readiness {
    /** Copies the list. */
    public Listening {
      ports = List.copyOf(ports);
    }

    @Override
    public boolean met() {
      return ports.stream().allMatch(Listening::accepts);
    }

    private static boolean accepts(int port) {
      try (var socket = new Socket()) {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        socket.connect(new InetSocketAddress(loopback, port), PATIENCE_MILLIS);
        return true;
      } catch (IOException e) {
        return false;
      }
    }
  }

  /**
   * Ready when a GET of this address answers 200.
   *
   * @param address a plain http URL on this machine
   */
  record Answering(URI address) implements Readiness {
    @Override
    public boolean met() {
      try {
        return status() == HttpURLConnection.HTTP_OK;
      } catch (IOException e) {
        return false;
      }
    }

    private int status() throws IOException {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    }
  }
}
