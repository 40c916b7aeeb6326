package dev.safelight.e2e;

import static dev.safelight.e2e.pictures.Segments.COMMENT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.events.Received;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.pictures.Segments;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.Topics;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Images go through the pipeline once more when an administrator wants it. */
@OnStack
@Order(10)
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SafelightStack stack;
  private final Client demo;
  private final Client admin;

  ReplayIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
    this.admin = Client.admin(stack);
  }

  /** As with malware that nobody had heard of when it was uploaded. */
  @Test
  void publishedImageThatIsFoundToBeMalwareIsWithdrawn() {
    var marker = "malware of tomorrow " + UUID.randomUUID();
    var path = published(marker);
    var id = path.substring(path.lastIndexOf('/') + 1);
    admin.post(path + "/rescan", "").expect(202);
    try (var downstream = new Downstream(stack)) {
      awaitTwice(downstream, Topics.IMAGE_CLEARED, id);
    }
    Client.anonymous(stack).get(path + "/content").expect(200);

    stack.learnMalware("Tomorrow", marker.getBytes(US_ASCII));
    stack.parts().kill("clamd");
    admin.post(path + "/rescan", "").expect(202);

    await()
        .atMost(PATIENCE)
        .until(() -> Client.anonymous(stack).get(path + "/content").status() == 401);
    var image = demo.get(path).expect(200).json();
    assertThat(image.path("status").asString()).isEqualTo("rejected");
    assertThat(image.path("rejection").path("reason").asString()).isEqualTo("infected");
    admin.post(path + "/reprocess", "").expect(409);
    try (var downstream = new Downstream(stack)) {
      var told = downstream.await(Topics.IMAGE_REJECTED, id, ImageRejected.class);
      assertThat(told.getReason()).isEqualTo(RejectionReason.INFECTED);
      assertThat(told.getSignature()).startsWith("Tomorrow");
      assertThat(downstream.find(Topics.IMAGE_PROCESSED, id)).as("developed once").hasSize(1);
    }
  }

  @Test
  void picturesThatTheStoreHasLostAreMadeAgain() {
    var path = published("nothing");
    var id = path.substring(path.lastIndexOf('/') + 1);
    var before = demo.get(path + "/content/tiny").expect(200).bytes();
    var file = stack.stored("images", id + "/tiny").getFirst();
    stack.lose("images", file);
    demo.post(path + "/reprocess", "").expect(403);

    admin.post(path + "/reprocess", "").expect(202);

    try (var downstream = new Downstream(stack)) {
      awaitTwice(downstream, Topics.IMAGE_PROCESSED, id);
    }
    assertThat(stack.stored("images", id + "/tiny")).containsExactly(file);
    assertThat(demo.get(path + "/content/tiny").expect(200).bytes()).isEqualTo(before);
    assertThat(admin.get("/api/admin/audit?target=" + id).expect(200).json().toString())
        .contains("image.reprocessed");
  }

  private String published(String comment) {
    var picture = Files.write("jpeg", Scene.draw(400, 300));
    var file = Segments.with(picture, COMMENT, comment.getBytes(US_ASCII));
    var form = Form.of("x.jpg", file).field("visibility", "public");
    var path = "/api/images/" + demo.upload(form).expect(201).text("id");
    assertThat(demo.get(path + "?wait=30").expect(200).text("status")).isEqualTo("ready");
    return path;
  }

  private static void awaitTwice(Downstream downstream, String topic, String id) {
    await(topic).atMost(PATIENCE).until(() -> downstream.find(topic, id).size() == 2);
    assertThat(downstream.find(topic, id)).extracting(Received::event).doesNotHaveDuplicates();
  }
}
