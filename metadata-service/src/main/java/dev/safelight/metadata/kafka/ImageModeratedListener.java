package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageModerated;
import dev.safelight.event.Topics;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.moderation.HeardDecisions;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what classifiers decide, and what our own moderators did. */
@Component
class ImageModeratedListener {

  private final HeardDecisions decisions;

  ImageModeratedListener(HeardDecisions decisions) {
    this.decisions = decisions;
  }

  /** Blocking on purpose: the offset moves only after the record has the decision. */
  @KafkaListener(topics = Topics.IMAGE_MODERATED)
  void on(ImageModerated event) {
    var decision =
        new Decision(
            event.getApproved(), event.getDecidedBy(), event.getReason(), event.getOccurredAt());
    decisions
        .hear(
            new ImageEvent.Moderated(
                event.getEventId(), event.getImageId(), decision, event.getRevision()))
        .block();
  }
}
