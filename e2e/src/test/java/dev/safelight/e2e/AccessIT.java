package dev.safelight.e2e;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Answer;
import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.api.Unsigned;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.Topics;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may not see is not there for them. */
@OnStack
@Order(4)
class AccessIT {

  private final SafelightStack stack;
  private final Client demo;
  private final Client admin;
  private final Client anonymous;

  AccessIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
    this.admin = Client.admin(stack);
    this.anonymous = Client.anonymous(stack);
  }

  @Test
  void strangerFindsNothing() {
    var image = "/api/images/" + admin.ready(picture()).path("id").asString();

    // At the same time, since each is waited for as long as an image that is yet to come.
    Stream.<Supplier<Answer>>of(
            () -> demo.get(image),
            () -> demo.get(image + "?wait=1"),
            () -> demo.get(image + "/content"),
            () -> demo.get(image + "/content/tiny"),
            () -> demo.delete(image))
        .map(asking -> supplyAsync(asking, Thread::startVirtualThread))
        .toList()
        .forEach(asked -> asked.join().expect(404));
    admin.get(image).expect(200);
    admin.get(image + "/content/tiny").expect(200);
  }

  @Test
  void anonymousIsToldToSignIn() {
    var image = "/api/images/" + demo.ready(picture()).path("id").asString();

    anonymous.get(image).expect(401);
    anonymous.get(image + "/content/tiny").expect(401);
    anonymous.get("/api/images").expect(401);
    anonymous.delete(image).expect(401);
    assertThat(anonymous.upload(Form.of("x.jpg", picture())).expect(401).text("type"))
        .isEqualTo("urn:safelight:problem:unauthorized");
  }

  @Test
  void administratorSeesWhatIsSomebodyElses() {
    var id = demo.ready(picture()).path("id").asString();

    admin.get("/api/images/" + id).expect(200);
  }

  @Test
  void publicPictureIsForEverybodyAndOnlyItsOwnerDeletesIt() {
    var form = Form.of("x.jpg", picture()).field("visibility", "public");
    var image = "/api/images/" + demo.uploadAndWait(form).expect(201).text("id");

    demo.get(image + "?wait=30").expect(200);
    anonymous.get(image + "/content/tiny").expect(200);
    anonymous.delete(image).expect(401);
  }

  @Test
  void storeGivesNothingToThoseWithoutAKey() {
    var id = demo.ready(picture()).path("id").asString();
    var store = new Unsigned(stack);
    try (var downstream = new Downstream(stack)) {
      var processed = downstream.await(Topics.IMAGE_PROCESSED, id, ImageProcessed.class);
      store.get("/quarantine/" + processed.getObjectKey()).expect(403);
      for (var variant : processed.getVariants()) {
        store.get("/images/" + variant.getObjectKey()).expect(403);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/images", "/images/", "/images?list-type=2", "/quarantine", "/quarantine/"})
  void storeListsNothingForThoseWithoutAKey(String path) {
    new Unsigned(stack).get(path).expect(403);
  }

  @Test
  void storeTakesNothingFromThoseWithoutAKey() {
    new Unsigned(stack).send("/images/planted", "PUT").expect(403);
    new Unsigned(stack).send("/quarantine", "DELETE").expect(403);
  }

  private static byte[] picture() {
    return Files.write("jpeg", Scene.draw(400, 300));
  }
}
