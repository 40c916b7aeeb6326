package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.Sweep;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Sweeps uploads that have expired, with what came of them; images they became are left alone. */
public class ExpiredUploads implements Sweep {

  private final String name;
  private final OpenUploads uploads;
  private final IncomingObjects objects;
  private final Clock clock;

  /** Sweeps the uploads of one kind. */
  public ExpiredUploads(String name, OpenUploads uploads, IncomingObjects objects, Clock clock) {
    this.name = name;
    this.uploads = uploads;
    this.objects = objects;
    this.clock = clock;
  }

  /**
   * Sweeps objects that no upload knows any more, such as a part whose sender's lock had ended: all
   * that is older than any upload can be.
   *
   * @param age at which an object belongs to nobody
   */
  public static Sweep strayObjects(IncomingObjects objects, Duration age, Clock clock) {
    return new Sweep() {
      @Override
      public String name() {
        return "stray-upload-objects";
      }

      @Override
      public Mono<Long> sweep() {
        return objects.removeOlderThan(clock.instant().minus(age));
      }
    };
  }

  @Override
  public String name() {
    return name;
  }

  /** The objects first: an upload that is forgotten could not lead to them. */
  @Override
  public Mono<Long> sweep() {
    return Mono.defer(
        () ->
            uploads
                .expired(clock.instant())
                .concatMap(
                    id ->
                        objects
                            .removeAll(id)
                            .then(Mono.defer(() -> uploads.remove(id)))
                            .thenReturn(id))
                .count());
  }
}
