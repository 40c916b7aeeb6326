package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one image.
 *
 * @param id identity (UUIDv7)
 * @param upload what was accepted
 * @param details what people say of it
 * @param state how far it has come
 * @param history how often it changed, and when
 */
public record ImageRecord(
    UUID id, Upload upload, ImageDetails details, State state, History history) {

  /**
   * How far an image has come, and with what result.
   *
   * @param pipeline what the pipeline says
   * @param development its variants; not to be shown unless the status is ready
   * @param rejection why the pipeline refused it
   * @param moderation what moderators say
   * @param deletion whether somebody deleted it, which is independent of the pipeline
   */
  public record State(
      ImageStatus pipeline,
      @Nullable Development development,
      @Nullable Rejection rejection,
      Moderation moderation,
      @Nullable Deletion deletion) {}

  /**
   * How often an image changed, and when.
   *
   * @param version rises with every change
   * @param revision counts what people did to it; 0 when nobody did anything yet
   * @param updatedAt when the newest fact about it happened
   * @param linksValidFrom signed addresses made before are not good any more; null where none was
   *     revoked
   * @param standing whether it stands for its item, as everybody was told
   */
  public record History(
      long version,
      long revision,
      Instant updatedAt,
      @Nullable Instant linksValidFrom,
      Standing standing) {

    /** Of an image that nobody was told to stand for its item. */
    public History(
        long version, long revision, Instant updatedAt, @Nullable Instant linksValidFrom) {
      this(version, revision, updatedAt, linksValidFrom, Standing.NONE);
    }
  }

  /** What the pipeline and the moderators come to together. */
  public ImageStatus status() {
    var pipeline = state.pipeline();
    if (state.moderation().isRefused()) {
      return ImageStatus.REJECTED;
    }
    return pipeline == ImageStatus.READY && state.moderation().isPending()
        ? ImageStatus.HELD
        : pipeline;
  }

  /** Why it is refused; null if it is not, or nobody knows. */
  public @Nullable Rejection rejection() {
    var decision = state.moderation().decision();
    if (state.rejection() != null || decision == null || decision.approved()) {
      return state.rejection();
    }
    return Rejection.by(decision);
  }

  /** Whether nothing is expected to change without anybody asking. */
  public boolean isSettled() {
    return isDeleted() || status().isFinal();
  }

  /** Whether the pipeline or a moderator refused it. */
  public boolean isRejected() {
    return status() == ImageStatus.REJECTED;
  }

  /** Whether somebody deleted it. */
  public boolean isDeleted() {
    return state.deletion() != null;
  }

  /** The variants if they may be shown to those who may see the image, else null. */
  public @Nullable Development shown() {
    return status().isShown() && !isDeleted() ? state.development() : null;
  }

  /** Whether anybody may see its pictures. */
  public boolean isPublished() {
    return details.audience().everyone() && status() == ImageStatus.READY && shown() != null;
  }

  /** What {@code viewer} is to be answered who wants to do this. */
  public Permission permission(ImageAction action, Viewer viewer) {
    return AccessTable.permission(action, this, viewer);
  }

  /** Whether {@code viewer} may do this. */
  public boolean grants(ImageAction action, Viewer viewer) {
    return permission(action, viewer) == Permission.GRANTED;
  }

  /**
   * This image, for somebody who may do this.
   *
   * @throws ImageNotFoundException if they may not know of it
   * @throws ForbiddenException if they may, but not do this
   */
  public ImageRecord requiring(ImageAction action, Viewer viewer) {
    return switch (permission(action, viewer)) {
      case GRANTED -> this;
      case FORBIDDEN ->
          throw new ForbiddenException("Only its owner or an administrator may do this");
      case HIDDEN -> throw new ImageNotFoundException();
    };
  }

  /**
   * This image, for whoever holds a signed address of a picture of it.
   *
   * @throws ImageNotFoundException if its pictures are not shown, or not to them, or if such
   *     addresses were revoked since
   */
  public ImageRecord requiringView(Pass pass) {
    var validFrom = history.linksValidFrom();
    var revoked = validFrom != null && pass.issuedAt().isBefore(validFrom);
    var permission = AccessTable.permission(ImageAction.VIEW, this, pass.relations(this));
    if (revoked || permission != Permission.GRANTED || shown() == null) {
      throw new ImageNotFoundException();
    }
    return this;
  }

  /** Whether {@code viewer} is its owner or an administrator. */
  public boolean managedBy(Viewer viewer) {
    return viewer.admin() || upload.owner().equals(viewer.subject());
  }

  /**
   * What the next thing that somebody does to it has. No change is earlier than those before it,
   * whoever's clock is behind: topics keep the last of each kind, and with it the latest time.
   */
  public ImageChange.Cause changedBy(@Nullable String account, Instant at) {
    var known = history.updatedAt();
    var when = at.isBefore(known) ? known : at;
    return new ImageChange.Cause(
        UUID.randomUUID(), id, upload.owner(), account, when, history.revision() + 1);
  }
}
