package dev.safelight.e2e.api;

import dev.safelight.e2e.stack.SafelightStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Somebody who uses the API: one of the users, or nobody in particular. */
public final class Client {

  private static final String TYPE = "Content-Type";
  private static final String JSON = "application/json";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Tokens are good for an hour, and for a stack that was started again. */
  private static final ConcurrentHashMap<String, String> TOKENS = new ConcurrentHashMap<>();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI origin;
  private final Optional<String> token;

  private Client(SafelightStack stack, Optional<String> token) {
    this.origin = stack.gateway();
    this.token = token;
  }

  /** The one who owns most images here. */
  public static Client demo(SafelightStack stack) {
    return signedIn(stack, "demo");
  }

  /** The administrator, who has images, too. */
  public static Client admin(SafelightStack stack) {
    return signedIn(stack, "admin");
  }

  /** Nobody in particular. */
  public static Client anonymous(SafelightStack stack) {
    return new Client(stack, Optional.empty());
  }

  private static Client signedIn(SafelightStack stack, String user) {
    var key = user + '@' + stack.gateway();
    return new Client(stack, Optional.of(TOKENS.computeIfAbsent(key, k -> stack.token(user))));
  }

  /** Sends images and takes the first answer. */
  public Answer upload(Form form) {
    return send(uploading(form));
  }

  /** Sends images with a query, such as {@code ?onDuplicate=return}, and takes the first answer. */
  public Answer upload(String query, Form form) {
    return send(uploading("/api/images" + query, form));
  }

  /** Sends images and waits until they are ready or rejected, as long as the API allows. */
  public Answer uploadAndWait(Form form) {
    return send(uploading(form).header("Prefer", "wait=30"));
  }

  /** Sends a picture and answers the image once it is ready. */
  public JsonNode ready(byte[] file) {
    var image = uploadAndWait(Form.of("picture", file)).expect(201).json();
    return image.path("status").asString().equals("ready")
        ? image
        : get("/api/images/" + image.path("id").asString() + "?wait=30").expect(200).json();
  }

  /** Asks for a path on the origin. */
  public Answer get(String path) {
    return send(request(path));
  }

  /** Sends JSON to a path on the origin. */
  public Answer post(String path, String json) {
    return send(request(path).header(TYPE, JSON).POST(BodyPublishers.ofString(json)));
  }

  /** Changes what is at a path on the origin, if it still has this tag. */
  public Answer put(String path, String etag, String json) {
    return send(
        request(path)
            .header(TYPE, JSON)
            .header("If-Match", etag)
            .PUT(BodyPublishers.ofString(json)));
  }

  /** Puts JSON at a path on the origin, whatever is there. */
  public Answer putJson(String path, String json) {
    return send(request(path).header(TYPE, JSON).PUT(BodyPublishers.ofString(json)));
  }

  /** Deletes what is at a path on the origin. */
  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends anything to a path on the origin. */
  public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
    var request = request(path).method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  /** The origin it talks to. */
  URI origin() {
    return origin;
  }

  /** What it signs its requests with. */
  String authorization() {
    return "Bearer " + token.orElseThrow();
  }

  private HttpRequest.Builder uploading(Form form) {
    return uploading("/api/images", form);
  }

  private HttpRequest.Builder uploading(String path, Form form) {
    return request(path)
        .header(TYPE, Form.contentType())
        .POST(BodyPublishers.ofByteArray(form.done()));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE);
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request;
  }

  /** {@link UncheckedIOException} where there is no answer. */
  private Answer send(HttpRequest.Builder request) {
    try {
      var answer = Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
      Contract.assertKept(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
