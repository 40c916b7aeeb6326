package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageUploaded;
import dev.safelight.event.Visibility;
import dev.safelight.eventing.BrokerUnavailableException;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.eventing.Replays;
import dev.safelight.metadata.catalog.Original;
import dev.safelight.metadata.replay.Pipeline;
import dev.safelight.metadata.replay.PipelineUnavailableException;
import dev.safelight.metadata.replay.Purpose;
import dev.safelight.metadata.replay.Replay;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Replays announcements to the scanner, and to nobody else: what was not scanned anew is not
 * developed anew.
 */
@Component
class KafkaPipeline implements Pipeline {

  private static final String SCANNER = "scanner";

  private final EventPublisher publisher;

  KafkaPipeline(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Off the event loop, as sending may block while the broker is away. */
  @Override
  public Mono<Void> send(Replay replay) {
    return Mono.fromFuture(
            () -> publisher.sendReplay(event(replay), SCANNER, purpose(replay.purpose())))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorMap(BrokerUnavailableException.class, PipelineUnavailableException::new);
  }

  private static Replays.Purpose purpose(Purpose purpose) {
    return switch (purpose) {
      case RESCAN -> Replays.Purpose.RESCAN;
      case REPROCESS -> Replays.Purpose.REPROCESS;
    };
  }

  /**
   * What the scanner reads and no more: topics of replays are not erased at a purge, and keep this
   * for a week.
   */
  static ImageUploaded event(Replay replay) {
    var upload = replay.image().upload();
    var original = upload.original();
    return ImageUploaded.newBuilder()
        .setEventId(replay.id())
        .setImageId(replay.image().id())
        .setOccurredAt(replay.at())
        .setOwner("")
        .setObjectKey(Original.keyOf(replay.image().id()))
        .setSizeBytes(original.size())
        .setSha256(original.checksums().sha256())
        .setMd5("")
        .setMimeType(original.mimeType())
        .setWidth(original.dimensions().width())
        .setHeight(original.dimensions().height())
        .setVisibility(Visibility.PRIVATE)
        .setRequest(Objects.requireNonNull(upload.request()))
        .build();
  }
}
