package dev.safelight.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

  @Test
  void sayWhatCloudEventsAsksFor() {
    var event = Events.deleted();
    var record = new EventHeaders("metadata").recordOf(event);

    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    assertThat(record.topic()).isEqualTo("image.deleted");
    assertThat(record.key()).isEqualTo(event.getImageId().toString());
    assertThat(headers)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", event.getEventId().toString(),
                "ce_type", "dev.safelight.image.deleted",
                "ce_source", "/safelight/metadata",
                "ce_subject", event.getImageId().toString(),
                "ce_time", "2026-11-21T10:15:30.123Z",
                "content-type", "application/avro"));
  }

  @Test
  void aReplayIsForOneGroupAndSaysWhatFor() {
    var event = Events.deleted();
    var record = new EventHeaders("metadata").replayOf(event, "scanner", Replays.Purpose.RESCAN);
    assertThat(record.topic()).isEqualTo("image.deleted.scanner-replay");
    assertThat(record.key()).isEqualTo(event.getImageId().toString());
    assertThat(record.headers().lastHeader("safelight-replay").value())
        .isEqualTo("rescan".getBytes(UTF_8));
    assertThat(record.headers().lastHeader("ce_type").value())
        .isEqualTo("dev.safelight.image.deleted".getBytes(UTF_8));
  }

  @Test
  void whatSaysNothingThatWeKnowIsToDoTheLeast() {
    assertThat(Replays.Purpose.of(null)).isEqualTo(Replays.Purpose.RESCAN);
    assertThat(Replays.Purpose.of("all".getBytes(UTF_8))).isEqualTo(Replays.Purpose.RESCAN);
    assertThat(Replays.Purpose.of("reprocess".getBytes(UTF_8)))
        .isEqualTo(Replays.Purpose.REPROCESS);
  }
}
