package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.api.EventStream;
import dev.safelight.e2e.api.Form;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What becomes of images is told as it happens, and nothing is missed by who comes back. */
@OnStack
@Order(3)
class LiveIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SafelightStack stack;
  private final Client demo;

  LiveIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @Test
  void ownersHearOfTheirImagesAndAreToldWhatTheyMissed() {
    String before;
    try (var events = listen("/api/events", Map.of())) {
      assertThat(events.status()).isEqualTo(200);
      Awaitility.await().atMost(PATIENCE).until(() -> !events.lines().isEmpty());
      before = events.lastId();

      var heard = upload();
      awaitReady(events, heard);
    }
    var missed = demo.ready(picture()).path("id").asString();

    try (var events = listen("/api/events", Map.of("Last-Event-ID", before))) {
      awaitReady(events, missed);
    }
  }

  @Test
  void oneImageIsFollowedToItsEnd() throws Exception {
    var id = upload();
    var path = "/api/images/" + id + "/status";
    String last;
    try (var events = listen(path, Map.of())) {
      awaitReady(events, id);
      events.end().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      last = events.lastId();
    }

    try (var events = listen(path, Map.of("Last-Event-ID", last))) {
      assertThat(events.status()).isEqualTo(204);
    }
    Client.anonymous(stack).get(path).expect(401);
  }

  private EventStream listen(String path, Map<String, String> headers) {
    return new EventStream(stack, "demo", path, headers);
  }

  private String upload() {
    return demo.upload(Form.of("live.jpg", picture())).expect(201).text("id");
  }

  private static byte[] picture() {
    return Files.write("jpeg", Scene.draw(320, 240));
  }

  private static void awaitReady(EventStream events, String id) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events.lines())
                    .anyMatch(line -> line.startsWith("data:") && isReady(line, id)));
  }

  private static boolean isReady(String data, String id) {
    return data.contains(id) && data.contains("\"ready\"");
  }
}
