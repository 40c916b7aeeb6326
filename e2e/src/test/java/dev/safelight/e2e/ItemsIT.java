package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What images belong to decides which images it takes, and from whom. */
@OnStack
@Order(6)
class ItemsIT {

  private final Client demo;
  private final Client admin;
  private final String id = "e2e " + UUID.randomUUID();
  private final String path = "/api/items/" + id.replace(" ", "%20");

  ItemsIT(SafelightStack stack) {
    demo = Client.demo(stack);
    admin = Client.admin(stack);
  }

  /** The event of the item is hardly there when the upload is. */
  @RepeatedTest(5)
  void itemTakesImagesAtOnce() {
    demo.post("/api/items", json("")).expect(201);
    var image = demo.upload(picture(400, 300)).expect(201).text("id");

    assertThat(demo.get("/api/images/" + image + "?wait=30").expect(200).text("itemId"))
        .isEqualTo(id);
  }

  @Test
  void itemThatNobodyCreatedTakesNothing() {
    assertThat(demo.upload(picture(400, 300)).expect(404).text("type"))
        .isEqualTo("urn:safelight:problem:unknown-item");
  }

  @Test
  void itemTakesImagesFromItsOwnerOnlyUnlessItIsOpenToEveryone() {
    var created = admin.post("/api/items", json("")).expect(201);
    demo.upload(picture(400, 300)).expect(404);

    admin.put(path, created.header("ETag"), "{\"contributors\": \"everyone\"}").expect(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> demo.upload(picture(400, 300)).expect(201));
    demo.get(path).expect(200);
    demo.delete(path).expect(403);
  }

  @Test
  void itemTakesWhatIsLargeEnoughOnly() {
    demo.post("/api/items", json(", \"minDimensions\": {\"width\": 400, \"height\": 300}"))
        .expect(201);

    var refusal = demo.upload(picture(399, 300)).expect(422);
    assertThat(refusal.text("type")).isEqualTo("urn:safelight:problem:dimensions");
    assertThat(refusal.text("detail")).contains("399 × 300", "400 × 300");
    demo.upload(picture(400, 300)).expect(201);
  }

  @Test
  void itemWithImagesIsDeletedByForceOnlyAndItsImagesStay() {
    demo.post("/api/items", json("")).expect(201);
    var image = "/api/images/" + demo.upload(picture(400, 300)).expect(201).text("id");
    demo.get(image + "?wait=30").expect(200);

    assertThat(demo.delete(path).expect(409).json().path("images").asInt()).isEqualTo(1);
    demo.delete(path + "?force=true").expect(204);

    assertThat(demo.get(image).expect(200).json().path("itemId").isNull()).isTrue();
    demo.get(path).expect(404);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> demo.upload(picture(400, 300)).expect(404));
    demo.post("/api/items", json("")).expect(201);
    demo.upload(picture(400, 300)).expect(201);
  }

  private String json(String more) {
    return "{\"id\": \"" + id + "\", \"kind\": \"product\"" + more + "}";
  }

  private Form picture(int width, int height) {
    return Form.of("x.jpg", Files.write("jpeg", Scene.draw(width, height))).field("itemId", id);
  }
}
