package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.Topics;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is deleted comes back if it is wanted back, and leaves nothing behind if it is not. */
@OnStack
@Order(8)
class PurgeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final SafelightStack stack;
  private final Client demo;

  PurgeIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @Test
  void deletedImageComesBackAndGoesForGood() {
    var before = settled();
    var image = demo.ready(Files.write("jpeg", Scene.draw(640, 480)));
    var id = image.path("id").asString();
    var path = "/api/images/" + id;
    var size = image.path("size").asLong();
    awaitUsed(before + size);

    demo.delete(path).expect(204);
    awaitUsed(before);
    demo.post(path + "/restore", "").expect(200);
    awaitUsed(before + size);
    demo.get(path + "/content").expect(200);

    demo.delete(path + "?permanent=true").expect(204);
    assertThat(stack.stored("images", id)).isEmpty();
    assertThat(stack.stored("quarantine", "uploads/" + id)).isEmpty();
    assertThat(demo.get(path).expect(410).text("type")).isEqualTo("urn:safelight:problem:purged");
    demo.get(path + "/content").expect(410);
    demo.post(path + "/restore", "").expect(410);
    Client.admin(stack).get(path).expect(410);
    Client.anonymous(stack).get(path).expect(401);
    awaitUsed(before);
    everybodyIsTold(id);
  }

  private void everybodyIsTold(String id) {
    try (var downstream = new Downstream(stack)) {
      downstream.await(Topics.IMAGE_RESTORED, id, ImageRestored.class);
      downstream.await(Topics.IMAGE_PURGED, id, ImagePurged.class);
      Topics.erasedAtPurge().forEach(topic -> downstream.awaitTombstone(topic, id));
    }
  }

  @Test
  void imageThatIsStillBeingProcessedLeavesNothingBehind() {
    var before = settled();
    for (int attempt = 0; attempt < 3; attempt++) {
      var form = Form.of("gone.jpg", Files.unique(new Random()));
      var id = demo.upload(form).expect(201).text("id");
      demo.delete("/api/images/" + id + "?permanent=true").expect(204);
      demo.get("/api/images/" + id).expect(410);
      Awaitility.await()
          .during(Duration.ofSeconds(3))
          .atMost(PATIENCE)
          .until(
              () ->
                  stack.stored("images", id).isEmpty()
                      && stack.stored("quarantine", "uploads/" + id).isEmpty());
    }
    awaitUsed(before);
  }

  private long settled() {
    Awaitility.await().atMost(PATIENCE).until(() -> usage("reserved") == 0);
    return usage("used");
  }

  private void awaitUsed(long bytes) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(usage("reserved")).isZero();
              assertThat(usage("used")).isEqualTo(bytes);
            });
  }

  private long usage(String part) {
    return demo.get("/api/me/usage").expect(200).json().path(part).asLong();
  }
}
