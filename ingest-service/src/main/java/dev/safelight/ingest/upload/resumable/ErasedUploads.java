package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.Erasable;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Drops the uploads that an account has begun, with what came of them. */
public class ErasedUploads implements Erasable {

  private final OpenUploads uploads;
  private final IncomingObjects objects;

  /** Drops uploads of one kind. */
  public ErasedUploads(OpenUploads uploads, IncomingObjects objects) {
    this.uploads = uploads;
    this.objects = objects;
  }

  /** The objects first: an upload that is forgotten could not lead to them. */
  @Override
  public Mono<Void> erase(String account, Instant until) {
    return uploads
        .of(account)
        .filter(id -> !madeAt(id).isAfter(until))
        .concatMap(
            id -> objects.removeAll(id).then(Mono.defer(() -> uploads.remove(id))).thenReturn(id))
        .then();
  }

  /** Ids of version 7 begin with the milliseconds in which they were made. */
  private static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
