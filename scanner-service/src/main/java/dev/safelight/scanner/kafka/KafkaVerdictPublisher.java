package dev.safelight.scanner.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.RejectionReason;
import dev.safelight.event.RejectionStage;
import dev.safelight.event.Topics;
import dev.safelight.eventing.EventIds;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.eventing.Replays;
import dev.safelight.scanner.scan.Engine;
import dev.safelight.scanner.scan.UploadedImage;
import dev.safelight.scanner.scan.UploadedImage.Occasion;
import dev.safelight.scanner.scan.Verdict;
import dev.safelight.scanner.scan.VerdictPublisher;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

@Component
class KafkaVerdictPublisher implements VerdictPublisher {

  private static final String PROCESSOR = "processor";

  private final EventPublisher events;
  private final Clock clock;

  KafkaVerdictPublisher(EventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** The processor hears of what is to be developed again beside what was uploaded. */
  @Override
  public void publish(UploadedImage image, Verdict verdict) {
    events.publish(eventOf(image, verdict));
    if (verdict instanceof Verdict.Clean(var engine) && image.occasion() == Occasion.REPROCESS) {
      var again = cleared(image, engine).setRescan(false).build();
      events.publishReplay(again, PROCESSOR, Replays.Purpose.REPROCESS);
    }
  }

  private SpecificRecord eventOf(UploadedImage image, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Clean(var engine) -> cleared(image, engine).build();
      case Verdict.Infected(var signature) ->
          rejected(image, RejectionReason.INFECTED, "The file carries malware: " + signature + ".")
              .setSignature(signature)
              .build();
      case Verdict.NotScannedWhole(var limit) ->
          rejected(
                  image,
                  RejectionReason.SCAN_LIMIT_EXCEEDED,
                  "The file is too large or too nested to be scanned whole (" + limit + ").")
              .build();
      case Verdict.Altered() ->
          rejected(
                  image,
                  RejectionReason.CONTENT_MISMATCH,
                  "What is stored is not what was uploaded. Please upload the file again.")
              .build();
    };
  }

  private ImageCleared.Builder cleared(UploadedImage image, Engine engine) {
    return ImageCleared.newBuilder()
        .setEventId(EventIds.derived(Topics.IMAGE_CLEARED, image.eventId()))
        .setImageId(image.id())
        .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setObjectKey(image.objectKey())
        .setSizeBytes(image.sizeBytes())
        .setSha256(image.sha256())
        .setMimeType(image.mimeType())
        .setEngine(engine.name())
        .setSignatureVersion(engine.signatureVersion())
        .setSignaturesFrom(engine.signaturesFrom())
        .setRequest(image.request())
        .setRescan(image.isReplayed());
  }

  private ImageRejected.Builder rejected(
      UploadedImage image, RejectionReason reason, String detail) {
    return ImageRejected.newBuilder()
        .setEventId(EventIds.derived(Topics.IMAGE_REJECTED, image.eventId()))
        .setImageId(image.id())
        .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setObjectKey(image.objectKey())
        .setStage(RejectionStage.SCAN)
        .setReason(reason)
        .setDetail(detail);
  }
}
