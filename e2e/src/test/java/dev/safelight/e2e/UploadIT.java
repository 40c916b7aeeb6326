package dev.safelight.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What the one who uploads is told, and when. */
@OnStack
@Order(5)
class UploadIT {

  private final Client demo;

  UploadIT(SafelightStack stack) {
    demo = Client.demo(stack);
  }

  @Test
  void whoWaitsGetsTheReadyImage() {
    var answer = demo.uploadAndWait(Form.of("holiday.jpg", picture())).expect(201);

    assertThat(answer.text("status")).isEqualTo("ready");
    assertThat(answer.header("Location")).isEqualTo("/api/images/" + answer.text("id"));
    assertThat(answer.header("X-Image-ID")).isEqualTo(answer.text("id"));
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
    assertThat(answer.json().path("variants").path("thumbnail").path("width").asInt())
        .isEqualTo(300);
  }

  @RepeatedTest(5)
  void whoDoesNotWaitFindsTheImageAtOnce() {
    var answer = demo.upload(Form.of("holiday.jpg", picture())).expect(201);

    assertThat(answer.text("status")).isEqualTo("pending");
    demo.get(answer.header("Location")).expect(200);
  }

  @Test
  void whatWasSaidAboutTheImageStays() {
    demo.post("/api/items", "{\"id\": \"prod_123\"}").expect(201);
    var form =
        Form.of("holiday.jpg", picture())
            .field("altText", "A beach")
            .field("caption", "Summer")
            .field("tags", "beach")
            .field("itemId", "prod_123");
    var id = demo.upload(form).expect(201).text("id");

    var image = demo.get("/api/images/" + id + "?wait=30").expect(200).json();

    assertThat(image.path("originalName").asString()).isEqualTo("holiday.jpg");
    assertThat(image.path("altText").asString()).isEqualTo("A beach");
    assertThat(image.path("caption").asString()).isEqualTo("Summer");
    assertThat(image.path("tags").path(0).asString()).isEqualTo("beach");
    assertThat(image.path("itemId").asString()).isEqualTo("prod_123");
  }

  @Test
  void severalFilesAreJudgedOneByOne() {
    var form =
        Form.of("one.jpg", picture()).file("two.txt", "text".getBytes(UTF_8)).file("3", picture());

    var answer = demo.upload(form).expect(201).json();

    assertThat(answer.path("images")).hasSize(2);
    assertThat(answer.path("errors")).hasSize(1);
    assertThat(answer.path("errors").path(0).path("file").asString()).isEqualTo("two.txt");
  }

  @Test
  void tooLargeAFileIsRefusedWithTheLimit() {
    var refusal = demo.upload(Form.of("large.jpg", new byte[11_000_000])).expect(413);

    assertThat(refusal.json().path("maxSize").asLong()).isEqualTo(10L << 20);
  }

  private static byte[] picture() {
    return Files.unique(new Random());
  }
}
