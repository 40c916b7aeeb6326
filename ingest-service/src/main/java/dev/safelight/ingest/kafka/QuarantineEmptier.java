package dev.safelight.ingest.kafka;

import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.Topics;
import dev.safelight.ingest.upload.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;

/**
 * Removes originals from quarantine some time after their image is ready or rejected, unless they
 * are to be kept. An event that is too young is handed back for a while, and nothing behind it is
 * older; the lag of this group is therefore what the delay makes it, and tells nothing about load.
 *
 * <p>The group is its own, so that no other consumer of this service has to wait too.
 */
@Component
class QuarantineEmptier {

  private static final String GROUP = "${spring.application.name}-emptier";

  /** Short enough for a changed setting or a new partition to be noticed soon. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Retention retention;

  QuarantineEmptier(Retention retention) {
    this.retention = retention;
  }

  @KafkaListener(topics = Topics.IMAGE_PROCESSED, groupId = GROUP, ackMode = "MANUAL")
  void on(
      ImageProcessed event,
      @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long timestamp,
      Acknowledgment acknowledgment) {
    decided(event.getImageId(), retention.kept().ready(), timestamp, acknowledgment);
  }

  @KafkaListener(topics = Topics.IMAGE_REJECTED, groupId = GROUP, ackMode = "MANUAL")
  void on(
      ImageRejected event,
      @Header(KafkaHeaders.RECEIVED_TIMESTAMP) long timestamp,
      Acknowledgment acknowledgment) {
    decided(event.getImageId(), retention.kept().rejected(), timestamp, acknowledgment);
  }

  private void decided(UUID imageId, boolean kept, long timestamp, Acknowledgment acknowledgment) {
    if (kept) {
      acknowledgment.acknowledge();
    } else {
      removeWhenDue(imageId, timestamp, acknowledgment);
    }
  }

  private void removeWhenDue(UUID imageId, long timestamp, Acknowledgment acknowledgment) {
    var remaining = retention.remaining(Instant.ofEpochMilli(timestamp));
    if (remaining.isPositive()) {
      acknowledgment.nack(remaining.compareTo(LONGEST_WAIT) < 0 ? remaining : LONGEST_WAIT);
    } else {
      retention.remove(imageId).block();
      acknowledgment.acknowledge();
    }
  }
}
