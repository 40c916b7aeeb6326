package dev.safelight.standalone.stack;

import dev.safelight.standalone.state.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;

/**
 * The block of ports on 127.0.0.1 that everything listens on.
 *
 * @param first the public one; the others follow it in the order of {@link Port}
 */
public record Ports(int first) {

  /** Who listens where, by distance from the first port. */
  public enum Port {
    GATEWAY(0),
    INGEST(1),
    SCANNER(2),
    PROCESSOR(3),
    METADATA(4),
    SIGN_IN(5),
    S3(6),
    MONGODB(7),
    CLAMD(8),
    KAFKA(9),
    KAFKA_CONTROLLER(10);

    private final int distance;

    Port(int distance) {
      this.distance = distance;
    }
  }

  /** Refuses a block that does not fit into the range of ports. */
  public Ports {
    int last = first + Port.values().length - 1;
    if (first < 1024 || last > 65_535) {
      throw new StartRefusedException(
          "SAFELIGHT_PORT=%d is out of range: take one from 1024 to %d."
              .formatted(first, 65_535 - Port.values().length + 1));
    }
  }

  /** The number of this port. */
  public int of(Port port) {
    return first + port.distance;
  }

  /** Refuses to go on when somebody else listens on one of these, and names it. */
  void requireFree(Collection<Port> wanted) {
    for (var port : wanted) {
      if (!isFree(of(port))) {
        throw new StartRefusedException(
            ("Port %d (%s) is in use by another program. Stop that one, or move all of Safelight: "
                    + "SAFELIGHT_PORT=%d uses the %d ports from there.")
                .formatted(of(port), port, elsewhere(), Port.values().length));
      }
    }
  }

  private int elsewhere() {
    return first < 50_000 ? first + 1000 : 8080;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
