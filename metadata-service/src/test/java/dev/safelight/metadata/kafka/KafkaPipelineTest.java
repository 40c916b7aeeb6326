package dev.safelight.metadata.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Moderation;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.replay.Purpose;
import dev.safelight.metadata.replay.Replay;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KafkaPipelineTest {

  private static final UUID ID = Samples.id();

  @Test
  void theScannerIsToldWhatToReadAndWhatWasAskedFor() {
    var replay = new Replay(UUID.randomUUID(), image(), Purpose.REPROCESS, Samples.START);
    var event = KafkaPipeline.event(replay);

    assertThat(event.getEventId()).isEqualTo(replay.id());
    assertThat(event.getImageId()).isEqualTo(ID);
    assertThat(event.getObjectKey()).isEqualTo("uploads/" + ID);
    assertThat(event.getSizeBytes()).isEqualTo(2_457_600);
    assertThat(event.getSha256()).isEqualTo("b".repeat(64));
    assertThat(event.getRequest()).isEqualTo("{\"variantSet\":\"web\"}");
  }

  /** Topics of replays are not erased at a purge, so what the scanner has no use for stays away. */
  @Test
  void neitherTheOwnerNorWhatTheySayOfItIsTold() {
    var replay = new Replay(UUID.randomUUID(), image(), Purpose.RESCAN, Samples.START);
    var said = KafkaPipeline.event(replay).toString();

    assertThat(said)
        .doesNotContain(Samples.OWNER, Samples.FRIEND, "holiday", "beach", "Our", "camera");
  }

  private static ImageRecord image() {
    return new ImageRecord(
        ID,
        Samples.upload(),
        Samples.details(true),
        new ImageRecord.State(
            ImageStatus.READY, Samples.development(ID), null, Moderation.NONE, null),
        new ImageRecord.History(3, 0, Samples.START, null));
  }
}
