package dev.safelight.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Answer;
import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.ImageUpdated;
import dev.safelight.event.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is said of an image changes for everybody, and everybody is told. */
@OnStack
@Order(9)
class ChangeIT {

  private final SafelightStack stack;
  private final Client demo;
  private final Client anonymous;

  ChangeIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
    this.anonymous = Client.anonymous(stack);
  }

  @Test
  void aPublishedImageIsSeenAndOneThatIsTakenBackIsNot() {
    var path = upload("");
    anonymous.get(path).expect(401);

    var published = patch(path, etag(path), "{\"visibility\": \"public\"}").expect(200);
    anonymous.get(path + "/content").expect(200);
    patch(path, published.header("ETag"), "{\"visibility\": \"private\"}").expect(200);

    anonymous.get(path + "/content").expect(401);
  }

  @Test
  void whoeverComesSecondHearsOfIt() {
    var path = upload("");
    var etag = etag(path);

    patch(path, etag, "{\"caption\": \"mine\"}").expect(200);
    patch(path, etag, "{\"caption\": \"no, mine\"}").expect(412);

    assertThat(demo.get(path).expect(200).text("caption")).isEqualTo("mine");
  }

  @Test
  void ofTheImagesOfAnItemOneStandsForIt() {
    var item = "change-" + UUID.randomUUID();
    demo.post("/api/items", "{\"id\": \"" + item + "\"}").expect(201);
    var first = upload(item);
    var second = upload(item);

    send("PUT", first + "/primary", Map.of(), "").expect(200);
    send("PUT", second + "/primary", Map.of(), "").expect(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(isPrimary(first)).isFalse();
              assertThat(isPrimary(second)).isTrue();
            });
    assertThat(demo.get("/api/items/" + item + "/images/primary").expect(200).text("id"))
        .isEqualTo(id(second));
  }

  @Test
  void everybodyIsTold() {
    var path = upload("");

    patch(path, etag(path), "{\"tags\": [\"told\"]}").expect(200);

    try (var downstream = new Downstream(stack)) {
      var told = downstream.await(Topics.IMAGE_UPDATED, id(path), ImageUpdated.class);
      assertThat(told.getTags()).containsExactly("told");
      assertThat(told.getChanged()).containsExactly("tags");
    }
  }

  private String upload(String item) {
    var form = Form.of("x.jpg", Files.write("jpeg", Scene.draw(400, 300)));
    var image = demo.uploadAndWait(item.isEmpty() ? form : form.field("itemId", item));
    return "/api/images/" + image.expect(201).text("id");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String etag(String path) {
    return demo.get(path + "?wait=30").expect(200).header("ETag");
  }

  private boolean isPrimary(String path) {
    return demo.get(path).expect(200).json().path("isPrimary").asBoolean();
  }

  private Answer patch(String path, String etag, String json) {
    var headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", etag);
    return send("PATCH", path, headers, json);
  }

  private Answer send(String method, String path, Map<String, String> headers, String body) {
    return demo.send(method, path, headers, body.getBytes(UTF_8));
  }
}
