package dev.safelight.ingest.upload;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What each owner has here: bytes that count against a quota, and digests by which duplicates are
 * found. Everything fails with {@link UploadUnavailableException} while it can't be reached.
 */
public interface Ledger {

  /**
   * Takes room for an image before its bytes are stored, atomically. The same image takes it once.
   *
   * @param sha256 digest of its bytes, in lower-case hexadecimal
   * @param bytes how many they are
   */
  Mono<Reservation> reserve(UUID imageId, String owner, String sha256, long bytes);

  /**
   * Remembers that an image was announced, so that it is found as a duplicate from now on. Whoever
   * hears the announcement does the same, so nothing is lost where this fails.
   */
  Mono<Void> announced(UUID imageId);

  /**
   * Gives the room of an image back that will not be; a second time changes nothing, and neither
   * does it for one that was announced.
   */
  Mono<Void> release(UUID imageId);

  /**
   * The earliest image of this owner with these bytes that was announced and is not rejected or
   * deleted, or empty.
   */
  Mono<UUID> duplicateOf(String owner, String sha256);
}
