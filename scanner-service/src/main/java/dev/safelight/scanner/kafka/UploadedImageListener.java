package dev.safelight.scanner.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.eventing.Replays;
import dev.safelight.scanner.scan.ScanService;
import dev.safelight.scanner.scan.UploadedImage;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;

/** Blocking on purpose: order per image is kept and the offset moves only after the verdict. */
@Component
class UploadedImageListener {

  /** Purpose of a replay after which nothing is to be developed again. */
  static final String RESCAN = "rescan";

  private final ScanService scans;

  UploadedImageListener(ScanService scans) {
    this.scans = scans;
  }

  @KafkaListener(topics = Topics.IMAGE_UPLOADED)
  void on(ImageUploaded event) {
    scans.scan(image(event, false));
  }

  /** On a thread of its own, so that scanning a whole archive holds up no upload. */
  @KafkaListener(topics = Topics.IMAGE_UPLOADED + Replays.OF_THIS_GROUP)
  void again(
      ImageUploaded event,
      @Header(name = Replays.PURPOSE, required = false) byte @Nullable [] purpose) {
    scans.scanAgain(image(event, purpose != null && RESCAN.equals(new String(purpose, UTF_8))));
  }

  private static UploadedImage image(ImageUploaded event, boolean rescan) {
    return new UploadedImage(
        event.getImageId(),
        event.getEventId(),
        event.getObjectKey(),
        event.getSizeBytes(),
        event.getSha256(),
        event.getMimeType(),
        event.getRequest(),
        rescan);
  }
}
