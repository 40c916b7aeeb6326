package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.IncomingFile;
import dev.safelight.ingest.upload.Received;
import dev.safelight.ingest.upload.Spool;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Completes uploads whose bytes are all in the store: they are read once, to the local disk, where
 * nobody can change them any more, and what is checked there is what becomes the image.
 */
public class Completing {

  private static final Logger log = System.getLogger(Completing.class.getName());

  /** Pieces that wait for the disk. */
  private static final int PIECES_IN_MEMORY = 4;

  private final Spool spool;
  private final IncomingObjects objects;
  private final Desk desk;

  /** Reads from {@code objects} and brings to {@code desk}. */
  public Completing(Spool spool, IncomingObjects objects, Desk desk) {
    this.spool = spool;
    this.objects = objects;
    this.desk = desk;
  }

  /**
   * Takes the file that these objects are together. What is left of the upload when it is completed
   * goes; if that fails it goes when the upload expires.
   *
   * @return what became of it, or as {@link Desk} says, or {@link Objection.NotArrived} or {@link
   *     Objection.OtherFile}
   */
  Mono<Completion> complete(OpenUploads uploads, OpenUpload upload, List<String> keys) {
    return Mono.using(
            () -> spool.begin(upload.announced().claim()),
            file -> taken(upload, keys, file),
            IncomingFile::close)
        .flatMap(completion -> noted(uploads, upload, completion));
  }

  private Mono<Completion> taken(OpenUpload upload, List<String> keys, IncomingFile file) {
    return Flux.fromIterable(keys)
        .concatMap(this::read, 1)
        .publishOn(Schedulers.boundedElastic(), PIECES_IN_MEMORY)
        .doOnNext(file::write)
        .then(Mono.fromCallable(file::finish))
        .flatMap(received -> desk.take(upload, checked(upload, received)));
  }

  private Flux<ByteBuffer> read(String key) {
    return objects
        .open(key)
        .switchIfEmpty(Mono.error(() -> new ObjectionException(new Objection.NotArrived())))
        .flatMapMany(bytes -> bytes);
  }

  private static Received checked(OpenUpload upload, Received received) {
    var expected = upload.announced().sha256();
    if (expected != null
        && received instanceof Received.Spooled(var file)
        && !expected.equals(file.checksums().sha256())) {
      throw new ObjectionException(new Objection.OtherFile(file.checksums().sha256()));
    }
    return received;
  }

  /** From here on the image is a promise: nothing that fails takes it back. */
  private Mono<Completion> noted(OpenUploads uploads, OpenUpload upload, Completion completion) {
    return uploads
        .complete(upload.id(), completion)
        .then(Mono.defer(() -> objects.removeAll(upload.id())))
        .onErrorResume(
            failure -> {
              log.log(Level.WARNING, "What is left of a completed upload stays for now", failure);
              return Mono.empty();
            })
        .thenReturn(completion);
  }
}
