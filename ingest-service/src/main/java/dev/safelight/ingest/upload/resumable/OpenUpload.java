package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.Uploader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload that has begun.
 *
 * @param id its identity, which becomes that of its image
 * @param uploader who began it, and alone may go on with it
 * @param announced what is to come
 * @param offset bytes that have come in parts and are safe
 * @param parts where they are, in order
 * @param expiresAt when it ends, completed or not
 * @param completion what became of it, once something did
 */
public record OpenUpload(
    UUID id,
    Uploader uploader,
    AnnouncedFile announced,
    long offset,
    List<Part> parts,
    Instant expiresAt,
    @Nullable Completion completion) {

  /** Copies the list. */
  public OpenUpload {
    parts = List.copyOf(parts);
  }

  /** One that nothing has come of yet. */
  public static OpenUpload begun(
      UUID id, Uploader uploader, AnnouncedFile announced, Instant expiresAt) {
    return new OpenUpload(id, uploader, announced, 0, List.of(), expiresAt, null);
  }

  /** Bytes that are still to come. */
  public long remaining() {
    return announced.size() - offset;
  }

  /** Whether every byte is there. */
  public boolean isWhole() {
    return remaining() == 0;
  }

  /** The same with one more part. */
  OpenUpload with(Part part) {
    var all = new ArrayList<>(parts);
    all.add(part);
    return new OpenUpload(
        id, uploader, announced, offset + part.size(), all, expiresAt, completion);
  }

  /** The same, and what became of it. */
  OpenUpload with(Completion became) {
    return new OpenUpload(id, uploader, announced, offset, parts, expiresAt, became);
  }

  /**
   * Some bytes that came in one request.
   *
   * @param key of the object that holds them
   * @param size how many there are
   */
  public record Part(String key, long size) {}
}
