package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.ImageDeleted;
import dev.safelight.event.Topics;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is deleted is gone for everybody, and everybody is told. */
@OnStack
@Order(7)
class DeletionIT {

  private final SafelightStack stack;
  private final Client demo;

  DeletionIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @Test
  void deletedImageIsNoLongerShown() {
    var image = demo.ready(Files.write("jpeg", Scene.draw(400, 300)));
    var path = "/api/images/" + image.path("id").asString();
    assertThat(demo.get("/api/images?limit=100").json().toString()).contains(path);

    demo.delete(path).expect(204);

    demo.get(path + "/content").expect(404);
    image.path("variants").forEach(variant -> demo.get(variant.path("url").asString()).expect(404));
    assertThat(demo.get("/api/images?limit=100").expect(200).json().toString())
        .doesNotContain(path);
    assertThat(demo.get(path).expect(200).text("status")).isEqualTo("deleted");
  }

  @Test
  void everybodyIsTold() {
    var image = demo.ready(Files.write("jpeg", Scene.draw(400, 300)));
    var id = image.path("id").asString();

    demo.delete("/api/images/" + id).expect(204);
    demo.delete("/api/images/" + id);

    try (var downstream = new Downstream(stack)) {
      var deleted = downstream.await(Topics.IMAGE_DELETED, id, ImageDeleted.class);
      assertThat(deleted.getOwner()).isEqualTo(image.path("owner").asString());
      assertThat(Duration.between(deleted.getOccurredAt(), deleted.getRestorableUntil()))
          .isEqualTo(Duration.ofDays(30));
      assertThat(downstream.find(Topics.IMAGE_DELETED, id)).hasSize(1);
    }
  }
}
