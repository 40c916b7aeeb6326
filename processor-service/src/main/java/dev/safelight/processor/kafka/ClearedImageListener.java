package dev.safelight.processor.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.Topics;
import dev.safelight.eventing.Replays;
import dev.safelight.processor.process.ClearedImage;
import dev.safelight.processor.process.ProcessService;
import dev.safelight.recipe.json.RequestJson;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears of cleared images and of no others, so none that nobody scanned can reach a decoder.
 * Blocking on purpose: the offset moves only after the outcome is announced. What ingest checked
 * and still cannot be read is a defect, not the image's fault.
 *
 * <p>That is the back-pressure, too. Each consumer has one thread, which fetches nothing while it
 * is in here, and takes one record at a time: no more originals are in memory than there are
 * consumers, however many events wait. The consumer stays in its group meanwhile, as its heartbeat
 * has a thread of its own; it is only missed after {@code max.poll.interval.ms}, which {@link Pace}
 * derives from what an image may take. Pausing a container while others of its partitions are
 * polled would take more on, not less, and nothing here needs to be polled: an event is a few
 * hundred bytes.
 */
@Component
class ClearedImageListener {

  private final ProcessService images;

  ClearedImageListener(ProcessService images) {
    this.images = images;
  }

  @KafkaListener(
      topics = Topics.IMAGE_CLEARED,
      concurrency = "#{@capacity.images()}",
      properties = "#{@pace.settings()}")
  void on(ImageCleared event) {
    images.process(image(event));
  }

  /** One at a time, however many there are, so that uploads get all workers but one. */
  @KafkaListener(
      topics = Topics.IMAGE_CLEARED + Replays.OF_THIS_GROUP,
      properties = "#{@pace.settings()}")
  void again(ImageCleared event) {
    images.process(image(event));
  }

  private static ClearedImage image(ImageCleared event) {
    return new ClearedImage(
        event.getEventId(),
        event.getOccurredAt(),
        event.getImageId(),
        event.getObjectKey(),
        event.getSizeBytes(),
        event.getSha256(),
        RequestJson.read(event.getRequest()),
        event.getRescan());
  }
}
