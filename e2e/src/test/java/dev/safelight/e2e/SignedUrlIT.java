package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whoever was given an address sees one picture, for a time, and the owner knows. */
@OnStack
@Order(10)
class SignedUrlIT {

  private final Client demo;
  private final Client admin;
  private final Client anonymous;

  SignedUrlIT(SafelightStack stack) {
    demo = Client.demo(stack);
    admin = Client.admin(stack);
    anonymous = Client.anonymous(stack);
  }

  @Test
  void somebodyWithoutAnAccountSeesOnePictureAndTheOwnerIsTold() {
    var path = upload();
    anonymous.get(path + "/content/thumbnail").expect(401);

    var address = sign(path, 60);

    assertThat(anonymous.get(address).expect(200).bytes()).isNotEmpty();
    anonymous.get(address.replace("thumbnail", "large")).expect(403);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(demo.get(path + "/access-log").expect(200).json().toString())
                    .contains("signed", "opened", "press"));
  }

  @Test
  void anAddressEndsAtItsTime() {
    var address = sign(upload(), 1);

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> anonymous.get(address).expect(403));
  }

  @Test
  void anAddressOfADeletedImageShowsNothing() {
    var path = upload();
    var address = sign(path, 60);

    demo.delete(path).expect(204);

    anonymous.get(address).expect(404);
  }

  @Test
  void addressesArentForOthersToGive() {
    var path = "/api/images/" + admin.ready(picture()).path("id").asString();

    demo.post(path + "/signed-urls", "{}").expect(404);
  }

  private String upload() {
    return "/api/images/" + demo.ready(picture()).path("id").asString();
  }

  private static byte[] picture() {
    return Files.write("jpeg", Scene.draw(400, 300));
  }

  private String sign(String path, int seconds) {
    var body =
        "{\"variant\": \"thumbnail\", \"expiresIn\": %d, \"purpose\": \"press\"}"
            .formatted(seconds);
    return demo.post(path + "/signed-urls", body).expect(201).text("url");
  }
}
