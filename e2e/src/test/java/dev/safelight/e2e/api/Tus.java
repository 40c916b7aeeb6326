package dev.safelight.e2e.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** One resumable upload by the tus protocol, as a client's own steps. */
public final class Tus {

  private static final String TYPE = "application/offset+octet-stream";
  private static final Map<String, String> VERSION = Map.of("Tus-Resumable", "1.0.0");

  private final Client client;
  private final String path;

  private Tus(Client client, String path) {
    this.client = client;
    this.path = path;
  }

  /** Begins an upload of so many bytes. */
  public static Tus begin(Client client, int length) {
    var headers = new HashMap<>(VERSION);
    headers.put("Upload-Length", String.valueOf(length));
    var answer = client.send("POST", "/api/uploads/tus", headers, new byte[0]).expect(201);
    return new Tus(client, answer.header("Location"));
  }

  /** Sends bytes. */
  public Answer patch(long offset, byte[] bytes) {
    var headers = new HashMap<>(VERSION);
    headers.put("Upload-Offset", String.valueOf(offset));
    headers.put("Content-Type", TYPE);
    return client.send("PATCH", path, headers, bytes);
  }

  /** Asks how far it is. */
  public Answer head() {
    return client.send("HEAD", path, VERSION, new byte[0]);
  }

  /** Announces more bytes than it sends; closing the connection is hanging up in the middle. */
  public Socket send(long offset, byte[] bytes, int announced) {
    var origin = client.origin();
    var head =
        "PATCH %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nTus-Resumable: 1.0.0\r\n"
                .formatted(path, origin.getAuthority(), client.authorization())
            + "Upload-Offset: %d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(offset, TYPE, announced);
    try {
      var socket = new Socket(origin.getHost(), origin.getPort());
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
