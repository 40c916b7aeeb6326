package dev.safelight.scanner.kafka;

import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.scanner.scan.ScanService;
import dev.safelight.scanner.scan.UploadedImage;
import org.springframework.kafka.annotation.KafkaListener;
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
    scans.scan(
        new UploadedImage(
            event.getImageId(),
            event.getEventId(),
            event.getObjectKey(),
            event.getSizeBytes(),
            event.getSha256(),
            event.getMimeType(),
            event.getRequest()));
  }
}
