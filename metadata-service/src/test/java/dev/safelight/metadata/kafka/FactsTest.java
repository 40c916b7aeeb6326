package dev.safelight.metadata.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Shot;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

  @Test
  void whatTheProcessorLearnedIsKept() {
    var sample = Samples.development(Samples.id());
    var looks = sample.appearance();
    var development =
        ((ImageEvent.Processed)
                Facts.of(
                    processed()
                        .setFrames(looks.frames())
                        .setHasAlpha(looks.hasAlpha())
                        .setPerceptualHash(looks.perceptualHash())
                        .setThumbHash(looks.thumbHash())
                        .setAverageColor(looks.averageColor())
                        .setDominantColors(looks.dominantColors())
                        .setTakenAt(sample.shot().takenAt())
                        .setCamera(sample.shot().camera())
                        .setLens(sample.shot().lens())
                        .build()))
            .development();

    assertThat(development.appearance()).isEqualTo(looks);
    assertThat(development.shot()).isEqualTo(sample.shot());
  }

  @Test
  void whatAnEventOfOldDoesNotSayIsUnknown() {
    var development = ((ImageEvent.Processed) Facts.of(processed().build())).development();

    assertThat(development.appearance()).isEqualTo(Appearance.UNKNOWN);
    assertThat(development.shot()).isEqualTo(Shot.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMED_OUT, timed_out",
    "MEMORY_EXCEEDED, memory_exceeded",
    "DECODER_CRASHED, decoder_crashed",
    "UNSUITABLE_REQUEST, unsuitable_request"
  })
  void reasonsAreInLowerCase(RejectionReason reason, String told) {
    var rejected =
        Facts.of(
            ImageRejected.newBuilder()
                .setEventId(UUID.randomUUID())
                .setImageId(Samples.id())
                .setOccurredAt(Samples.START)
                .setObjectKey("uploads/1")
                .setStage(RejectionStage.PROCESS)
                .setReason(reason)
                .setDetail("No.")
                .build());

    assertThat(((ImageEvent.Rejected) rejected).rejection().reason()).isEqualTo(told);
  }

  private static ImageProcessed.Builder processed() {
    return ImageProcessed.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(Samples.id())
        .setOccurredAt(Samples.START)
        .setObjectKey("uploads/1")
        .setSha256("b".repeat(64))
        .setWidth(3000)
        .setHeight(2000)
        .setRecipe("r1")
        .setEngine("test")
        .setVariants(List.of());
  }
}
