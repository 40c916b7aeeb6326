package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageModerated;
import dev.safelight.event.Topics;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.moderation.ModerationService;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what classifiers decide, and what our own moderators did. */
@Component
class ImageModeratedListener {

  private final ModerationService moderation;

  ImageModeratedListener(ModerationService moderation) {
    this.moderation = moderation;
  }

  /** Blocking on purpose: the offset moves only after the record has the decision. */
  @KafkaListener(topics = Topics.IMAGE_MODERATED)
  void on(ImageModerated event) {
    var decision =
        new Decision(
            event.getApproved(), event.getDecidedBy(), event.getReason(), event.getOccurredAt());
    moderation
        .heard(new ImageEvent.Moderated(event.getEventId(), event.getImageId(), decision))
        .block();
  }
}
