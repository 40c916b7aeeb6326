package dev.safelight.e2e.api;

import dev.safelight.e2e.stack.Port;
import dev.safelight.e2e.stack.SafelightStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** Somebody who found the port of the object store and has no key. */
public final class Unsigned {

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  /** Talks to the store of this stack. */
  public Unsigned(SafelightStack stack) {
    this.port = stack.port(Port.S3);
  }

  /** Asks for a bucket, an object or anything else. */
  public Answer get(String path) {
    return send(path, "GET");
  }

  /** Sends a file to where a presigned upload says, with the headers it says. */
  public Answer put(JsonNode opened, byte[] file) {
    var request =
        HttpRequest.newBuilder(URI.create(opened.path("url").asString()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    opened.path("headers").forEachEntry((name, value) -> request.header(name, value.asString()));
    return send(request.build());
  }

  /** Sends any request without a body. */
  public Answer send(String path, String method) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return send(request);
  }

  private Answer send(HttpRequest request) {
    try {
      return Answer.of(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
