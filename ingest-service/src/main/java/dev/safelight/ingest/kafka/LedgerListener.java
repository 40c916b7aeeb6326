package dev.safelight.ingest.kafka;

import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Topics;
import dev.safelight.ingest.upload.ledger.Fact;
import dev.safelight.ingest.upload.ledger.Settlement;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger what becomes of images. Blocking on purpose: the offset moves only after the
 * ledger has the fact. The group is its own, because that of {@link QuarantineEmptier} waits.
 */
@Component
class LedgerListener {

  static final String GROUP = "${spring.application.name}-ledger";

  private final Settlement ledger;

  LedgerListener(Settlement ledger) {
    this.ledger = ledger;
  }

  @KafkaListener(topics = Topics.IMAGE_UPLOADED, groupId = GROUP)
  void on(ImageUploaded event) {
    settle(
        new Fact.Uploaded(
            event.getImageId(),
            event.getOwner(),
            event.getSha256(),
            event.getSizeBytes(),
            event.getOccurredAt()));
  }

  @KafkaListener(topics = Topics.IMAGE_PROCESSED, groupId = GROUP)
  void on(ImageProcessed event) {
    settle(new Fact.Processed(event.getImageId()));
  }

  @KafkaListener(topics = Topics.IMAGE_REJECTED, groupId = GROUP)
  void on(ImageRejected event) {
    settle(new Fact.Rejected(event.getImageId()));
  }

  @KafkaListener(topics = Topics.IMAGE_DELETED, groupId = GROUP)
  void on(ImageDeleted event) {
    settle(new Fact.Deleted(event.getImageId(), event.getOccurredAt()));
  }

  @KafkaListener(topics = Topics.IMAGE_RESTORED, groupId = GROUP)
  void on(ImageRestored event) {
    settle(new Fact.Restored(event.getImageId(), event.getOccurredAt()));
  }

  @KafkaListener(topics = Topics.IMAGE_PURGED, groupId = GROUP)
  void on(ImagePurged event) {
    settle(new Fact.Purged(event.getImageId()));
  }

  private void settle(Fact fact) {
    ledger.settle(fact).block();
  }
}
