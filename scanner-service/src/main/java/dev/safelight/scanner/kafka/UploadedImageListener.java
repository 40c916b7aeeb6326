package dev.safelight.scanner.kafka;

import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.eventing.Replays;
import dev.safelight.scanner.scan.ScanService;
import dev.safelight.scanner.scan.UploadedImage;
import dev.safelight.scanner.scan.UploadedImage.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;

/** Blocking on purpose: order per image is kept and the offset moves only after the verdict. */
@Component
class UploadedImageListener {

  private final ScanService scans;

  UploadedImageListener(ScanService scans) {
    this.scans = scans;
  }

  @KafkaListener(topics = Topics.IMAGE_UPLOADED)
  void on(ImageUploaded event) {
    scans.scan(image(event, event.getObjectKey(), Occasion.UPLOAD));
  }

  /**
   * On a thread of its own, so that scanning a whole archive holds up no upload. Whoever replays an
   * image has no say in which original is its.
   */
  @KafkaListener(topics = Topics.IMAGE_UPLOADED + Replays.OF_THIS_GROUP)
  void again(
      ImageUploaded event,
      @Header(name = Replays.PURPOSE, required = false) byte @Nullable [] purpose) {
    var occasion =
        switch (Replays.Purpose.of(purpose)) {
          case RESCAN -> Occasion.RESCAN;
          case REPROCESS -> Occasion.REPROCESS;
        };
    scans.scan(image(event, "uploads/" + event.getImageId(), occasion));
  }

  private static UploadedImage image(ImageUploaded event, String objectKey, Occasion occasion) {
    return new UploadedImage(
        event.getImageId(),
        event.getEventId(),
        objectKey,
        event.getSizeBytes(),
        event.getSha256(),
        event.getMimeType(),
        event.getRequest(),
        occasion);
  }
}
