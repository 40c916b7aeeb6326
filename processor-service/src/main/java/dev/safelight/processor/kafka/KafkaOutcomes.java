package dev.safelight.processor.kafka;

import dev.safelight.event.ImageRejected;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import dev.safelight.event.Topics;
import dev.safelight.eventing.EventIds;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.ClearedImage;
import dev.safelight.processor.process.Outcomes;
import dev.safelight.processor.process.ProcessedImage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class KafkaOutcomes implements Outcomes {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaOutcomes.class);

  private final EventPublisher events;

  KafkaOutcomes(EventPublisher events) {
    this.events = events;
  }

  @Override
  public void processed(ClearedImage image, ProcessedImage result) {
    events.publish(ProcessedEvents.of(image, result));
  }

  @Override
  public void rejected(ClearedImage image, BadImageException verdict) {
    LOG.info("Image {} is rejected: {}", image.id(), verdict.detail());
    LOG.debug("What the decoder said of image {}", image.id(), verdict);
    events.publish(
        ImageRejected.newBuilder()
            .setEventId(EventIds.derived(Topics.IMAGE_REJECTED, image.eventId()))
            .setImageId(image.id())
            .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .setObjectKey(image.objectKey())
            .setStage(RejectionStage.PROCESS)
            .setReason(reason(verdict))
            .setDetail(verdict.detail())
            .build());
  }

  private static RejectionReason reason(BadImageException verdict) {
    return switch (verdict.reason()) {
      case CONTENT_MISMATCH -> RejectionReason.CONTENT_MISMATCH;
      case UNSUPPORTED -> RejectionReason.UNSUPPORTED;
      case UNREADABLE -> RejectionReason.UNREADABLE;
      case TOO_MANY_PIXELS -> RejectionReason.TOO_MANY_PIXELS;
      case TIMED_OUT -> RejectionReason.TIMED_OUT;
      case MEMORY_EXCEEDED -> RejectionReason.MEMORY_EXCEEDED;
      case DECODER_CRASHED -> RejectionReason.DECODER_CRASHED;
      case UNSUITABLE_REQUEST -> RejectionReason.UNSUITABLE_REQUEST;
    };
  }
}
