package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Answer;
import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.Tus;
import dev.safelight.e2e.api.Unsigned;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Hostile;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Uploads of more than one request end like all others, whatever breaks in between. */
@OnStack
@Order(20)
class ResumableIT {

  private final SafelightStack stack;
  private final Client demo;

  ResumableIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @Test
  void fileThatIsPutStraightIntoTheStoreBecomesAnImage() {
    var file = Files.write("jpeg", Scene.draw(640, 480));

    var opened = put(file);
    var image = complete(opened).expect(201);

    assertThat(image.header("X-Image-ID")).isEqualTo(opened.path("uploadId").asString());
    assertThat(complete(opened).expect(201).header("X-Image-ID"))
        .isEqualTo(image.header("X-Image-ID"));
    assertReady(image.header("X-Image-ID"));
  }

  @Test
  void storeTakesNothingButWhatWasSigned() {
    var file = Files.write("jpeg", Scene.draw(640, 480));
    var opened = open(file);
    var longer = Arrays.copyOf(file, file.length + 1);

    assertThat(new Unsigned(stack).put(opened, longer).status()).isEqualTo(403);
    complete(opened).expect(409);
  }

  @Test
  void killInMidPatchCostsThatPartAndNoMore() throws IOException {
    var file = Files.write("png", Scene.draw(900, 700));
    int half = file.length / 2;
    var upload = Tus.begin(demo, file.length);
    upload.patch(0, Arrays.copyOf(file, half)).expect(204);

    try (var sending = upload.send(half, Arrays.copyOfRange(file, half, half + 1000), half)) {
      assertThat(sending.isConnected()).isTrue();
      await().until(() -> upload.patch(0, new byte[1]).status() == 423);
      stack.parts().kill("ingest");
    }

    await().until(() -> answer(upload) == 200);
    int arrived = offset(upload);
    assertThat(arrived).isEqualTo(half);
    var rest = Arrays.copyOfRange(file, arrived, file.length);
    await().until(() -> upload.patch(arrived, rest).status(), status -> status == 204);
    assertReady(upload.head().expect(200).header("X-Image-ID"));
  }

  @Test
  void malwareIsRejectedThroughBothDoors() {
    var file = Hostile.eicarBehind(Files.write("jpeg", Scene.draw(400, 300)));

    var direct = complete(put(file)).expect(201).header("X-Image-ID");
    var resumed = Tus.begin(demo, file.length).patch(0, file).expect(204).header("X-Image-ID");

    for (var id : new String[] {direct, resumed}) {
      var image = demo.get("/api/images/" + id + "?wait=30").expect(200).json();
      assertThat(image.path("status").asString()).isEqualTo("rejected");
      assertThat(image.path("rejection").path("reason").asString()).isEqualTo("infected");
    }
  }

  private void assertReady(String id) {
    var image = demo.get("/api/images/" + id + "?wait=30").expect(200).json();
    assertThat(image.path("status").asString()).isEqualTo("ready");
  }

  private JsonNode put(byte[] file) {
    var opened = open(file);
    new Unsigned(stack).put(opened, file).expect(200);
    return opened;
  }

  private JsonNode open(byte[] file) {
    return demo.post(
            "/api/uploads/presigned",
            "{\"filename\": \"a.jpg\", \"contentType\": \"image/jpeg\", \"size\": %d}"
                .formatted(file.length))
        .expect(201)
        .json();
  }

  private Answer complete(JsonNode opened) {
    return demo.post("/api/uploads/" + opened.path("uploadId").asString() + "/complete", "");
  }

  private static int offset(Tus upload) {
    return Integer.parseInt(upload.head().expect(200).header("Upload-Offset"));
  }

  private static int answer(Tus upload) {
    return upload.head().status();
  }

  private static ConditionFactory await() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsMatching(failure -> failure instanceof UncheckedIOException);
  }
}
