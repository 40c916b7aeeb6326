package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpooledFile;
import dev.safelight.ingest.upload.Uploader;
import dev.safelight.ingest.upload.resumable.OpenUpload.Part;
import java.time.Clock;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Uploads that come in parts. A part is spooled, stored as an object of its own, and only then
 * counted, by moving the offset if nobody else has; so a part is counted once or not at all,
 * whoever dies in between.
 */
public class ResumableUploads {

  /** Pieces that wait for the disk. */
  private static final int PIECES_IN_MEMORY = 4;

  private final OpenUploads uploads;
  private final IncomingObjects objects;
  private final Spool spool;
  private final Completing completing;
  private final OpenLimits limits;
  private final Beginning beginning;
  private final UploadLock lock;

  /** Joins the parts. */
  public ResumableUploads(
      OpenUploads uploads,
      IncomingObjects objects,
      Spool spool,
      Completing completing,
      OpenLimits limits,
      Clock clock) {
    this.uploads = uploads;
    this.objects = objects;
    this.spool = spool;
    this.completing = completing;
    this.limits = limits;
    this.beginning = new Beginning(uploads, limits, clock);
    this.lock = new UploadLock(uploads, clock, limits.lockTerm());
  }

  /** Begins an upload, or {@link Objection.TooManyOpen}. */
  public Mono<OpenUpload> begin(Uploader uploader, AnnouncedFile announced) {
    return beginning.begin(uploader, announced);
  }

  /**
   * How far an upload is. One that is whole and has no image yet, since something was away when its
   * last part came, is completed first.
   */
  public Mono<OpenUpload> find(UUID id, Uploader uploader) {
    return beginning
        .find(id, uploader)
        .flatMap(
            upload ->
                upload.isWhole() && upload.completion() == null
                    ? lock.holding(id, (held, token) -> completedIfWhole(held))
                    : Mono.just(upload));
  }

  /**
   * Appends a part, and completes the upload when it was the last. Of one that breaks off, what
   * came is kept and its error is given on, unless it had a digest that can't be checked now. When
   * the file is refused at the end, the upload is gone, unless it could pass later.
   */
  public Mono<OpenUpload> append(UUID id, Uploader uploader, long offset, Chunk chunk) {
    return beginning
        .find(id, uploader)
        .flatMap(
            known ->
                known.completion() != null && offset == known.offset()
                    ? Mono.just(known)
                    : lock.holding(
                        id,
                        (held, token) ->
                            Mono.defer(() -> received(held, token, offset, chunk))
                                .flatMap(this::completedIfWhole)));
  }

  /** Ends an upload and removes what came of it; an image that it has become stays. */
  public Mono<Void> terminate(UUID id, Uploader uploader) {
    return beginning
        .find(id, uploader)
        .flatMap(upload -> lock.holding(id, (held, token) -> discarded(id)));
  }

  private Mono<OpenUpload> received(OpenUpload upload, String token, long offset, Chunk chunk) {
    if (offset != upload.offset()) {
      return objection(new Objection.WrongOffset(upload.offset()));
    }
    if (chunk.declaredLength() > upload.remaining()) {
      return objection(new Objection.MoreThanAnnounced(upload.announced().size()));
    }
    if (upload.parts().size() >= limits.mostParts() && !upload.isWhole()) {
      return objection(new Objection.TooManyParts(limits.mostParts()));
    }
    return Mono.using(
        () ->
            new ReceivedChunk(spool, upload.remaining(), upload.announced().size(), chunk.digest()),
        file -> received(upload, token, chunk, file),
        ReceivedChunk::close);
  }

  private Mono<OpenUpload> received(
      OpenUpload upload, String token, Chunk chunk, ReceivedChunk file) {
    return chunk
        .bytes()
        .onErrorMap(BrokenOffException::new)
        .publishOn(Schedulers.boundedElastic(), PIECES_IN_MEMORY)
        .doOnNext(file::write)
        .then(Mono.fromCallable(file::finish))
        .flatMap(whole -> kept(upload, token, whole))
        .onErrorResume(
            BrokenOffException.class,
            broken -> keptOfBroken(upload, token, file).then(Mono.error(broken.reason())));
  }

  private Mono<OpenUpload> keptOfBroken(OpenUpload upload, String token, ReceivedChunk file) {
    return file.hasDigest()
        ? Mono.empty()
        : Mono.fromCallable(file::broken).flatMap(came -> kept(upload, token, came));
  }

  private Mono<OpenUpload> kept(OpenUpload upload, String token, SpooledFile file) {
    if (file.size() == 0) {
      return Mono.just(upload);
    }
    var part = new Part(IncomingObjects.keyOf(upload.id(), upload.offset(), token), file.size());
    return objects
        .store(part.key(), file.path())
        .then(Mono.defer(() -> uploads.append(upload.id(), token, upload.offset(), part)))
        .flatMap(
            moved ->
                moved
                    ? Mono.just(upload.with(part))
                    : objection(new Objection.Busy(limits.lockTerm())));
  }

  private Mono<OpenUpload> completedIfWhole(OpenUpload upload) {
    if (!upload.isWhole() || upload.completion() != null) {
      return Mono.just(upload);
    }
    return completing
        .complete(uploads, upload, upload.parts().stream().map(Part::key).toList())
        .map(upload::with)
        .onErrorResume(
            FileRefusedException.class,
            refused ->
                (refused.isFinal() ? discarded(upload.id()) : Mono.<Void>empty())
                    .then(Mono.error(refused)));
  }

  private Mono<Void> discarded(UUID id) {
    return objects.removeAll(id).then(Mono.defer(() -> uploads.remove(id)));
  }

  private static <T> Mono<T> objection(Objection objection) {
    return Mono.error(new ObjectionException(objection));
  }
}
