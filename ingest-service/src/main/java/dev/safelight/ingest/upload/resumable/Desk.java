package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.Received;
import reactor.core.publisher.Mono;

/** Where a file goes once it is whole: the checks and the store that every upload goes to. */
public interface Desk {

  /**
   * Takes a file under the identity of its upload; a second time makes the same image.
   *
   * @return what became of it, {@link FileRefusedException}, or {@link
   *     dev.safelight.ingest.upload.UploadUnavailableException}
   */
  Mono<Completion> take(OpenUpload upload, Received file);
}
