package dev.safelight.ingest.web;

import dev.safelight.ingest.Pictures;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;

/** A form being filled in. */
class Forms {

  static final String TOKEN = "Bearer images.write";

  private final MultipartBodyBuilder body = new MultipartBodyBuilder();
  private String path = "/api/images";

  static Forms withPicture() {
    return new Forms().file("file", "photo.png", Pictures.png());
  }

  Forms file(String part, String filename, byte[] content) {
    body.part(part, new ByteArrayResource(content), MediaType.IMAGE_JPEG).filename(filename);
    return this;
  }

  Forms field(String name, String value) {
    body.part(name, value);
    return this;
  }

  /** Sends it there. */
  Forms to(String other) {
    path = other;
    return this;
  }

  ResponseSpec post(WebTestClient http, String... headersAndValues) {
    var request = http.post().uri(path).header("Authorization", TOKEN);
    for (int i = 0; i < headersAndValues.length; i += 2) {
      request.header(headersAndValues[i], headersAndValues[i + 1]);
    }
    return request.body(BodyInserters.fromMultipartData(body.build())).exchange();
  }
}
