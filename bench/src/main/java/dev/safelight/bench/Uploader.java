package dev.safelight.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Uploads photos and waits for them. Safe for use by many threads. */
final class Uploader implements AutoCloseable {

  private static final String BOUNDARY = "bench-7d1f0c6a";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI images;
  private final String token;

  Uploader(URI origin, String token) {
    this.images = origin.resolve("/api/images");
    this.token = token;
  }

  /**
   * Uploads a photo and waits until it is ready.
   *
   * @return milliseconds from the first byte sent to the answer that says so
   * @throws IllegalStateException if it does not become ready
   */
  double untilReady(Photo photo) throws IOException, InterruptedException {
    var began = System.nanoTime();
    var answer = send(upload(photo));
    while (!answer.contains("\"status\":\"ready\"")) {
      if (!answer.contains("\"status\":\"pending\"")
          && !answer.contains("\"status\":\"cleared\"")) {
        throw new IllegalStateException(photo.name() + " did not become ready: " + answer);
      }
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IllegalStateException(photo.name() + " is not ready in time: " + answer);
      }
      answer = send(request(images + "/" + idOf(answer) + "?wait=30").GET().build());
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private HttpRequest upload(Photo photo) {
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\n\r\n"
            .formatted(BOUNDARY);
    var tail = "\r\n--%s--\r\n".formatted(BOUNDARY);
    return request(images.toString())
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .header("Prefer", "wait=30")
        .POST(
            BodyPublishers.concat(
                BodyPublishers.ofByteArray(head.getBytes(UTF_8)),
                BodyPublishers.ofByteArray(photo.bytes()),
                BodyPublishers.ofByteArray(tail.getBytes(UTF_8))))
        .build();
  }

  private HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString()).body();
  }

  /** The id is the first member; a JSON library for one of them would be much. */
  private static String idOf(String answer) {
    var start = answer.indexOf("\"id\":\"") + "\"id\":\"".length();
    return answer.substring(start, start + 36);
  }

  @Override
  public void close() {
    http.close();
  }
}
