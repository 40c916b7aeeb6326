package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.resumable.OpenUpload.Part;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The uploads of one kind that have begun. Every method fails with {@link
 * dev.safelight.ingest.upload.UploadUnavailableException} while the database is away.
 */
public interface OpenUploads {

  /** Keeps a new one. */
  Mono<Void> add(OpenUpload upload);

  /** One by its id, expired or not; empty if there is none. */
  Mono<OpenUpload> find(UUID id);

  /** How many this account has that are neither completed nor expired. */
  Mono<Long> countOpen(String owner, Instant now);

  /**
   * Locks one that is there and that nobody has locked, or whose lock has ended.
   *
   * @param token of the holder, unlike any other
   * @return it as it is now that nobody else changes it; empty if it can't be locked
   */
  Mono<OpenUpload> lock(UUID id, String token, Instant now, Instant until);

  /** Makes a lock last longer; false if the holder has lost it. */
  Mono<Boolean> renew(UUID id, String token, Instant until);

  /** Gives a lock back; one that somebody else has by now stays theirs. */
  Mono<Void> unlock(UUID id, String token);

  /**
   * Moves the offset over a part, if the holder still has the lock and the offset is still this.
   *
   * @return whether it did
   */
  Mono<Boolean> append(UUID id, String token, long offset, Part part);

  /** Notes what became of one. */
  Mono<Void> complete(UUID id, Completion completion);

  /** Forgets one; one that is not there is forgotten already. */
  Mono<Void> remove(UUID id);

  /** Those that ended before this moment and are not locked. */
  Flux<UUID> expired(Instant now);

  /** All of an account, completed, locked or neither. */
  Flux<UUID> of(String owner);
}
