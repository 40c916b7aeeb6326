package dev.safelight.storage;

import java.time.Instant;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An object as a listing tells it.
 *
 * @param key its key
 * @param lastModified when it was last written, by the clock of the store
 * @param size bytes
 */
public record ListedObject(String key, Instant lastModified, long size) {

  static ListedObject of(S3Object object) {
    return new ListedObject(object.key(), object.lastModified(), object.size());
  }
}
