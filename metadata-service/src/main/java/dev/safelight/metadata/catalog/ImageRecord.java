package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one image.
 *
 * @param id identity (UUIDv7)
 * @param upload what was accepted
 * @param state how far it has come
 * @param version rises with every change
 * @param updatedAt when the newest fact about it happened
 */
public record ImageRecord(UUID id, Upload upload, State state, long version, Instant updatedAt) {

  /**
   * How far an image has come, and with what result.
   *
   * @param status what the pipeline says
   * @param development its variants; not to be shown unless the status is ready
   * @param rejection why it is refused
   * @param deletion whether somebody deleted it, which is independent of the pipeline
   */
  public record State(
      ImageStatus status,
      @Nullable Development development,
      @Nullable Rejection rejection,
      @Nullable Deletion deletion) {}

  /** Whether nothing is expected to change without anybody asking. */
  public boolean isSettled() {
    return isDeleted() || state.status().isFinal();
  }

  /** Whether somebody deleted it. */
  public boolean isDeleted() {
    return state.deletion() != null;
  }

  /** The variants if they may be shown to those who may see the image, else null. */
  public @Nullable Development shown() {
    return state.status() == ImageStatus.READY && !isDeleted() ? state.development() : null;
  }

  /** Whether anybody may see its pictures. */
  public boolean isPublished() {
    return upload.audience().everyone() && shown() != null;
  }

  /** Whether {@code viewer} may read this record. */
  public boolean visibleTo(Viewer viewer) {
    if (managedBy(viewer)) {
      return true;
    }
    return !isDeleted() && (sharedWith(viewer) || isPublished());
  }

  /** Whether {@code viewer} may change or delete the image, and know why it was refused. */
  public boolean managedBy(Viewer viewer) {
    return viewer.admin() || upload.owner().equals(viewer.subject());
  }

  private boolean sharedWith(Viewer viewer) {
    return viewer.subject() != null && upload.audience().sharedWith().contains(viewer.subject());
  }
}
