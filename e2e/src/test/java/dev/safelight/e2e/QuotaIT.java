package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Answer;
import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everybody has so much room, and the same picture need not take it twice. */
@OnStack
@Order(8)
class QuotaIT {

  private final Client demo;
  private final Client admin;

  QuotaIT(SafelightStack stack) {
    this.demo = Client.demo(stack);
    this.admin = Client.admin(stack);
  }

  @Test
  void whoHasNoRoomLeftDeletesSomethingAndHasRoomAgain() {
    var image = demo.ready(Files.write("jpeg", Scene.draw(1200, 900)));
    var quota = "/api/admin/users/" + image.path("owner").asString() + "/quota";
    try {
      admin.putJson(quota, "{\"limit\": " + taken(settledUsage()) + "}").expect(200);

      var refusal = demo.upload(small()).expect(413);
      assertThat(refusal.text("type")).isEqualTo("urn:safelight:problem:quota-exceeded");
      assertThat(refusal.json().path("limit").asLong()).isEqualTo(taken(usage()));
      assertThat(demo.get("/api/uploads/limits").json().path("quota").path("remaining").asLong())
          .isZero();

      demo.delete("/api/images/" + image.path("id").asString()).expect(204);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> usage().path("remaining").asLong() >= image.path("size").asLong());
      demo.upload(small()).expect(201);
    } finally {
      admin.delete(quota).expect(204);
    }
    assertThat(usage().path("remaining").asLong()).isGreaterThan(1 << 20);
    assertThat(changes(image.path("owner").asString())).startsWith("default").hasSize(2);
  }

  @Test
  void quotasAreForAdministrators() {
    demo.get("/api/admin/users/demo/quota").expect(403);
    demo.putJson("/api/admin/users/demo/quota", "{\"limit\": 1}").expect(403);
  }

  @Test
  void theSameBytesAreKnownAgain() {
    var file = Files.unique(new Random());
    var id = demo.ready(file).path("id").asString();

    var again = demo.upload(Form.of("again.jpg", file)).expect(201);
    assertThat(again.text("duplicateOf")).isEqualTo(id);
    assertThat(again.text("id")).isNotEqualTo(id);

    var earlier = returned(file).expect(200);
    assertThat(earlier.text("id")).isEqualTo(id);
    assertThat(earlier.text("status")).isEqualTo("ready");
    assertThat(earlier.header("Location")).isEqualTo("/api/images/" + id);
    assertThat(earlier.header("X-Image-ID")).isEqualTo(id);

    assertThat(admin.upload(Form.of("mine.jpg", file)).expect(201).json().has("duplicateOf"))
        .as("what others have is no business of mine")
        .isFalse();
    demo.delete("/api/images/" + id).expect(204);
    assertThat(returned(file).header("X-Image-ID")).as("deleted a moment ago").isNotEqualTo(id);
  }

  /** What the audit log has of the limit of an account, the newest first. */
  private List<String> changes(String account) {
    var path = "/api/admin/audit?action=quota.changed&limit=2&target=" + account;
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> admin.get(path).expect(200).json().path("entries").valueStream().toList(),
            entries -> entries.size() == 2)
        .stream()
        .map(entry -> entry.path("detail").asString())
        .toList();
  }

  private Answer returned(byte[] file) {
    return demo.upload("?onDuplicate=return", Form.of("again.jpg", file));
  }

  private static Form small() {
    return Form.of("small.jpg", Files.unique(new Random()));
  }

  private JsonNode usage() {
    return demo.get("/api/me/usage").expect(200).json();
  }

  /** Once nothing of other stories is on its way any more. */
  private JsonNode settledUsage() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(this::usage, usage -> usage.path("reserved").asLong() == 0);
  }

  private static long taken(JsonNode usage) {
    return usage.path("used").asLong() + usage.path("reserved").asLong();
  }
}
