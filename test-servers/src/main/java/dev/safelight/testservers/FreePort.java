package dev.safelight.testservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * For servers that go away and come back: a port below those that the system gives to whoever
 * connects. One of those could be taken meanwhile, even by a client that tries to reach the server
 * and meets itself.
 */
public final class FreePort {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private FreePort() {}

  /** A port of the loopback address on which nobody listens. */
  public static int find() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, HIGHEST)
        .filter(FreePort::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
