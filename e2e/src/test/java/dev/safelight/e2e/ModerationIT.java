package dev.safelight.e2e;

import static dev.safelight.e2e.stack.SafelightStack.HELD_KIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.ImageModerated;
import dev.safelight.event.Topics;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Images of an item whose kind is held are seen by nobody else before somebody approved them. */
@OnStack
@Order(9)
class ModerationIT {

  private final SafelightStack stack;
  private final Client demo;
  private final Client admin;
  private final Client anonymous;

  ModerationIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
    this.admin = Client.admin(stack);
    this.anonymous = Client.anonymous(stack);
  }

  @Test
  void heldImageIsSeenOnceItIsApprovedAndNoMoreOnceItIsRefused() {
    var path = held();
    var id = path.substring(path.lastIndexOf('/') + 1);
    demo.get(path + "/content").expect(200);
    anonymous.get(path + "/content").expect(401);
    demo.post(path + "/moderation", "{\"decision\": \"approve\"}").expect(403);
    assertThat(admin.get("/api/admin/moderation?limit=100").expect(200).json().toString())
        .contains(id);

    admin.post(path + "/moderation", "{\"decision\": \"approve\"}").expect(204);
    anonymous.get(path + "/content").expect(200);

    admin
        .post(path + "/moderation", "{\"decision\": \"refuse\", \"reason\": \"Not ours.\"}")
        .expect(204);
    anonymous.get(path + "/content").expect(401);
    var refused = demo.get(path).expect(200).json();
    assertThat(refused.path("status").asString()).isEqualTo("rejected");
    assertThat(refused.path("rejection").path("detail").asString()).isEqualTo("Not ours.");
    try (var downstream = new Downstream(stack)) {
      downstream.await(Topics.IMAGE_MODERATED, id, ImageModerated.class);
    }
  }

  private String held() {
    var item = "held-" + UUID.randomUUID();
    demo.post("/api/items", "{\"id\": \"%s\", \"kind\": \"%s\"}".formatted(item, HELD_KIND))
        .expect(201);
    var form =
        Form.of("x.jpg", Files.write("jpeg", Scene.draw(400, 300)))
            .field("itemId", item)
            .field("visibility", "public");
    var path = "/api/images/" + demo.upload(form).expect(201).text("id");
    assertThat(demo.get(path + "?wait=30").expect(200).text("status")).isEqualTo("held");
    return path;
  }
}
