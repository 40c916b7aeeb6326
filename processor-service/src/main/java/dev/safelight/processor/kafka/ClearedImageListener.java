package dev.safelight.processor.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.Topics;
import dev.safelight.processor.process.ClearedImage;
import dev.safelight.processor.process.ProcessService;
import dev.safelight.recipe.json.RequestJson;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears of cleared images and of no others, so none that nobody scanned can reach a decoder.
 * Blocking on purpose: the offset moves only after the outcome is announced. What ingest checked
 * and still cannot be read is a defect, not the image's fault.
 */
@Component
class ClearedImageListener {

  private final ProcessService images;

  ClearedImageListener(ProcessService images) {
    this.images = images;
  }

  @KafkaListener(topics = Topics.IMAGE_CLEARED, concurrency = "${safelight.processor.workers}")
  void on(ImageCleared event) {
    images.process(
        new ClearedImage(
            event.getEventId(),
            event.getImageId(),
            event.getObjectKey(),
            event.getSizeBytes(),
            event.getSha256(),
            RequestJson.read(event.getRequest())));
  }
}
