package dev.safelight.processor.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.event.ImageProcessed;
import dev.safelight.processor.process.ClearedImage;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.ProcessedImage;
import dev.safelight.processor.process.StoredVariant;
import dev.safelight.processor.process.Traits;
import dev.safelight.recipe.ProcessingRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProcessedEventsTest {

  private static final Instant AT = Instant.parse("2026-11-21T10:15:30.123Z");
  private static final Traits TRAITS =
      new Traits("00ff00ff00ff00ff", "1QcSHQRnh493V4dIh4eXh1h4kJUI", "#6e7f80", List.of("#a0522d"));

  private final ClearedImage image = cleared(AT.minusSeconds(1));

  @Test
  void tellsAllThatIsKnown() {
    var facts = new PhotoFacts(LocalDateTime.of(2026, 8, 1, 12, 0), "Fujifilm X100", "23 mm");
    var event = event(image, facts);

    assertThat(event.getImageId()).isEqualTo(image.id());
    assertThat(event.getOccurredAt()).isEqualTo(AT);
    assertThat(event.getObjectKey()).isEqualTo("uploads/1");
    assertThat(event.getSha256()).isEqualTo("ab");
    assertThat(event.getWidth()).isEqualTo(400);
    assertThat(event.getHeight()).isEqualTo(300);
    assertThat(event.getFrames()).isEqualTo(3);
    assertThat(event.getHasAlpha()).isTrue();
    assertThat(event.getPerceptualHash()).isEqualTo(TRAITS.perceptualHash());
    assertThat(event.getThumbHash()).isEqualTo(TRAITS.thumbHash());
    assertThat(event.getAverageColor()).isEqualTo("#6e7f80");
    assertThat(event.getDominantColors()).containsExactly("#a0522d");
    assertThat(event.getTakenAt()).isEqualTo("2026-08-01T12:00:00");
    assertThat(event.getCamera()).isEqualTo("Fujifilm X100");
    assertThat(event.getLens()).isEqualTo("23 mm");
    assertThat(event.getVariants())
        .singleElement()
        .satisfies(variant -> assertThat(variant.getObjectKey()).isEqualTo("1/tiny-r.jpg"));
  }

  @Test
  void saysNothingOfWhatNobodyKnows() {
    var event = event(image, PhotoFacts.NONE);

    assertThat(event.getTakenAt()).isNull();
    assertThat(event.getCamera()).isNull();
    assertThat(event.getLens()).isNull();
  }

  @Test
  void whatIsAnnouncedAnewFollowsWhatMadeItSo() {
    var again = cleared(AT.plusSeconds(60));
    assertThat(event(again, PhotoFacts.NONE).getOccurredAt()).isEqualTo(AT.plusSeconds(60));
  }

  private static ClearedImage cleared(Instant at) {
    return new ClearedImage(
        UUID.randomUUID(),
        at,
        UUID.randomUUID(),
        "uploads/1",
        9,
        "ab",
        ProcessingRequest.NONE,
        false);
  }

  private static ImageProcessed event(ClearedImage image, PhotoFacts facts) {
    var tiny = new StoredVariant("tiny", "1/tiny-r.jpg", "image/jpeg", 100, 75, 7, "cd");
    return ProcessedEvents.of(
        image,
        new ProcessedImage(AT, 400, 300, 3, true, TRAITS, facts, "r", "Engine 1", List.of(tiny)));
  }
}
