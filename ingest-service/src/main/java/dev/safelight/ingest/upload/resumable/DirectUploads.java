package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.UploadLinks.UploadLink;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Uploads whose bytes the sender puts into the store itself, and then has completed here. */
public class DirectUploads {

  private final OpenUploads uploads;
  private final Beginning beginning;
  private final UploadLock lock;
  private final UploadLinks links;
  private final Completing completing;
  private final Duration validity;

  /**
   * Joins the parts.
   *
   * @param validity how long the address of an upload is good for
   */
  public DirectUploads(
      OpenUploads uploads,
      UploadLinks links,
      Completing completing,
      OpenLimits limits,
      Duration validity,
      Clock clock) {
    this.uploads = uploads;
    this.beginning = new Beginning(uploads, limits, clock);
    this.lock = new UploadLock(uploads, clock, limits.lockTerm());
    this.links = links;
    this.completing = completing;
    this.validity = validity;
  }

  /**
   * Where to send a file.
   *
   * @param id of its upload
   * @param link address to send it to
   */
  public record Opened(UUID id, UploadLink link) {}

  /** Begins an upload, or {@link Objection.TooManyOpen}. The file's type has to be known. */
  public Mono<Opened> open(Uploader uploader, AnnouncedFile announced) {
    var type = Objects.requireNonNull(announced.claim().type());
    return beginning
        .begin(uploader, announced)
        .map(
            upload ->
                new Opened(
                    upload.id(),
                    links.to(
                        IncomingObjects.keyOf(upload.id()), type, announced.size(), validity)));
  }

  /**
   * Makes the image of a file that has been sent; the same again if it is made already. Of one that
   * is refused the upload stays, to be judged again for as long as it lasts.
   */
  public Mono<Completion> complete(UUID id, Uploader uploader) {
    return beginning
        .find(id, uploader)
        .flatMap(
            upload ->
                upload.completion() != null
                    ? Mono.just(upload.completion())
                    : lock.holding(id, (held, token) -> completed(held)));
  }

  private Mono<Completion> completed(OpenUpload upload) {
    return upload.completion() != null
        ? Mono.just(upload.completion())
        : completing.complete(uploads, upload, List.of(IncomingObjects.keyOf(upload.id())));
  }
}
