package dev.safelight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.e2e.api.Client;
import dev.safelight.e2e.events.Downstream;
import dev.safelight.e2e.events.Received;
import dev.safelight.e2e.pictures.Files;
import dev.safelight.e2e.pictures.Scene;
import dev.safelight.e2e.stack.OnStack;
import dev.safelight.e2e.stack.SafelightStack;
import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a downstream team sees, with Kafka's client and the contract alone. */
@OnStack
@Order(6)
class EventsIT {

  private final SafelightStack stack;
  private final Client demo;

  EventsIT(SafelightStack stack) {
    this.stack = stack;
    this.demo = Client.demo(stack);
  }

  @Test
  void everyStageTellsWhatItDid() {
    var image = demo.ready(Files.write("jpeg", Scene.draw(400, 300)));
    var id = image.path("id").asString();
    var sha256 = image.path("checksums").path("sha256").asString();

    try (var downstream = new Downstream(stack)) {
      var uploaded = downstream.await(Topics.IMAGE_UPLOADED, id, ImageUploaded.class);
      assertThat(uploaded.getOwner()).isEqualTo(image.path("owner").asString());
      assertThat(uploaded.getSha256()).isEqualTo(sha256);
      var cleared = downstream.await(Topics.IMAGE_CLEARED, id, ImageCleared.class);
      assertThat(cleared.getSha256()).isEqualTo(sha256);
      assertThat(cleared.getEngine()).startsWith("ClamAV ");
      var processed = downstream.await(Topics.IMAGE_PROCESSED, id, ImageProcessed.class);
      assertThat(processed.getSha256()).isEqualTo(sha256);
      assertThat(processed.getVariants()).hasSize(6);
    }
  }

  @Test
  void everyEventIsACloudEventAndAllAreOneTrace() {
    var id = demo.ready(Files.write("jpeg", Scene.draw(400, 300))).path("id").asString();

    try (var downstream = new Downstream(stack)) {
      var events =
          List.of(
              downstream.await(Topics.IMAGE_UPLOADED, id),
              downstream.await(Topics.IMAGE_CLEARED, id),
              downstream.await(Topics.IMAGE_PROCESSED, id));
      events.forEach(EventsIT::assertCloudEvent);
      assertThat(events).extracting(Received::traceId).containsOnly(events.getFirst().traceId());
      assertThat(events).extracting(event -> event.header("ce_source")).doesNotHaveDuplicates();
    }
  }

  private static void assertCloudEvent(Received event) {
    assertThat(event.header("ce_specversion")).isEqualTo("1.0");
    assertThat(event.header("ce_id")).isEqualTo(event.event().get(0).toString());
    assertThat(event.header("ce_type")).isNotEmpty();
    assertThat(Instant.parse(event.header("ce_time"))).isNotNull();
    assertThat(event.header("content-type")).isEqualTo("application/avro");
    assertThat(event.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }
}
