package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Projection;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Blocking on purpose: the offset moves only after the record has the event. */
@Component
class ImageEventsListener {

  private final Projection projection;

  ImageEventsListener(Projection projection) {
    this.projection = projection;
  }

  @KafkaListener(topics = Topics.IMAGE_UPLOADED)
  void on(ImageUploaded event) {
    apply(Facts.of(event));
  }

  @KafkaListener(topics = Topics.IMAGE_CLEARED)
  void on(ImageCleared event) {
    apply(Facts.of(event));
  }

  @KafkaListener(topics = Topics.IMAGE_REJECTED)
  void on(ImageRejected event) {
    apply(Facts.of(event));
  }

  @KafkaListener(topics = Topics.IMAGE_PROCESSED)
  void on(ImageProcessed event) {
    apply(Facts.of(event));
  }

  private void apply(ImageEvent event) {
    projection.apply(event).block();
  }
}
