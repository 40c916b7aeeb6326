package dev.safelight.bench.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;

/** A form to ingest or to the gateway before it, as browsers send one. */
record HttpDoor(String name, HttpClient http, URI origin, String token) implements Door {

  private static final String BOUNDARY = "bench-7d1f0c6a";
  private static final byte[] OPENING =
      ("--"
              + BOUNDARY
              + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"noise.bmp\"\r\n\r\n")
          .getBytes(UTF_8);
  private static final byte[] CLOSING = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8);

  @Override
  public void upload(NoiseImage image) throws IOException, InterruptedException {
    var answer = http.send(request(image), BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(
          "%s answered %d: %s".formatted(name, answer.statusCode(), answer.body()));
    }
  }

  private HttpRequest request(NoiseImage image) {
    var head = image.head();
    return HttpRequest.newBuilder(origin.resolve("/api/images"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(
            body(
                OPENING.length + image.size() + CLOSING.length,
                List.of(
                    new ByteArrayInputStream(OPENING),
                    new ByteArrayInputStream(head),
                    new ByteArrayInputStream(
                        image.content(), head.length, image.size() - head.length),
                    new ByteArrayInputStream(CLOSING))))
        .build();
  }

  /** Read as it is sent: publishers of arrays copy all of them first. */
  private static BodyPublisher body(long length, List<InputStream> parts) {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(parts))),
        length);
  }
}
