package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.ImageIds;
import dev.safelight.ingest.upload.Uploader;
import java.time.Clock;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Begins uploads and finds them again, for those who began them. */
class Beginning {

  private final OpenUploads uploads;
  private final OpenLimits limits;
  private final Clock clock;
  private final ImageIds ids;

  Beginning(OpenUploads uploads, OpenLimits limits, Clock clock) {
    this.uploads = uploads;
    this.limits = limits;
    this.clock = clock;
    this.ids = new ImageIds(clock);
  }

  /**
   * Begins one. It is counted only once it is there, so that not even requests at the same time
   * begin more than the limit; of these, more than needed may be refused.
   */
  Mono<OpenUpload> begin(Uploader uploader, AnnouncedFile announced) {
    return Mono.defer(
        () -> {
          var now = clock.instant();
          var upload = OpenUpload.begun(ids.next(), uploader, announced, now.plus(limits.expiry()));
          return uploads
              .add(upload)
              .then(Mono.defer(() -> uploads.countOpen(uploader.subject(), now)))
              .flatMap(open -> open <= limits.most() ? Mono.just(upload) : tooMany(upload));
        });
  }

  private Mono<OpenUpload> tooMany(OpenUpload upload) {
    return uploads
        .remove(upload.id())
        .then(Mono.error(() -> new ObjectionException(new Objection.TooManyOpen(limits.most()))));
  }

  /** One that this account began and that has not expired, or {@link Objection.Unknown}. */
  Mono<OpenUpload> find(UUID id, Uploader uploader) {
    return uploads
        .find(id)
        .filter(upload -> upload.uploader().subject().equals(uploader.subject()))
        .filter(upload -> clock.instant().isBefore(upload.expiresAt()))
        .switchIfEmpty(Mono.error(() -> new ObjectionException(new Objection.Unknown())));
  }
}
