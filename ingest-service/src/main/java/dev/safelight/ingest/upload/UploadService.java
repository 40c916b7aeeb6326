package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Checks first, stores second, announces third: an event never names bytes that don't exist. */
public class UploadService {

  private static final Logger log = System.getLogger(UploadService.class.getName());

  private final ImageInspector inspector;
  private final Quarantine quarantine;
  private final Announcer announcer;
  private final Clock clock;
  private final ImageIds ids;

  /** Joins the parts; {@code clock} dates the images. */
  public UploadService(
      ImageLimits limits, Quarantine quarantine, Announcer announcer, Clock clock) {
    this.inspector = new ImageInspector(limits);
    this.quarantine = quarantine;
    this.announcer = announcer;
    this.clock = clock;
    this.ids = new ImageIds(clock);
  }

  /**
   * Takes one file, or says why not. An answer of {@link Outcome.Accepted} is a promise: the image
   * is durable and announced.
   */
  public Mono<Outcome> accept(String owner, SpooledFile file, ImageFields fields) {
    return Mono.fromCallable(() -> inspector.inspect(file))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
            inspection ->
                switch (inspection) {
                  case Inspection.Passed(var header) -> keep(image(owner, file, header, fields));
                  case Inspection.Failed(var refusal) -> Mono.just(new Outcome.Refused(refusal));
                })
        .onErrorResume(UploadUnavailableException.class, UploadService::unavailable);
  }

  /**
   * The stored object is left alone where announcing fails: the event may be with the broker
   * although nobody said so, and must then name bytes that exist. If it is not, the object is an
   * orphan that the expiry of the quarantine bucket removes.
   */
  private Mono<Outcome> keep(AcceptedImage image) {
    return quarantine
        .store(image.objectKey(), image.file().path(), image.header().type().mimeType())
        .then(Mono.defer(() -> announcer.announce(image)))
        .thenReturn(new Outcome.Accepted(image));
  }

  private AcceptedImage image(
      String owner, SpooledFile file, ImageHeader header, ImageFields fields) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new AcceptedImage(ids.next(), owner, file, header, fields, now);
  }

  private static Mono<Outcome> unavailable(UploadUnavailableException failure) {
    log.log(Level.WARNING, "An upload was not taken", failure);
    return Mono.just(new Outcome.Unavailable());
  }
}
