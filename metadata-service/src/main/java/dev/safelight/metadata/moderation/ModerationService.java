package dev.safelight.metadata.moderation;

import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChangedException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes the decisions of moderators. */
public class ModerationService {

  /** A moderator decides on the picture, which nobody changes, and not on what is said of it. */
  private static final Retry LOOK_AGAIN =
      Retry.max(10)
          .filter(ImageChangedException.class::isInstance)
          .onRetryExhaustedThrow((spec, last) -> last.failure());

  private final CatalogService images;
  private final Catalog catalog;
  private final Runnable announcing;
  private final Clock clock;

  /**
   * Composes the service.
   *
   * @param announcing called when something new is in the outbox; must not block
   * @param clock tells when something is decided
   */
  public ModerationService(
      CatalogService images, Catalog catalog, Runnable announcing, Clock clock) {
    this.images = images;
    this.catalog = catalog;
    this.announcing = announcing;
    this.clock = clock;
  }

  /**
   * A moderator decides whether others see an image. Fails with {@link
   * dev.safelight.metadata.catalog.ImageNotFoundException} if they may not know of it, and with
   * {@link dev.safelight.metadata.catalog.ForbiddenException} if they may not decide.
   */
  public Mono<Void> decide(UUID id, Viewer viewer, boolean approved, @Nullable String reason) {
    return images
        .get(id, viewer, Duration.ZERO)
        .map(image -> image.requiring(ImageAction.MODERATE, viewer))
        .map(image -> change(image, viewer, approved, reason))
        .flatMap(this::committed)
        .retryWhen(LOOK_AGAIN)
        .doOnNext(change -> announcing.run())
        .then();
  }

  private Mono<ImageChange> committed(ImageChange change) {
    return catalog
        .commit(change)
        .flatMap(done -> done ? Mono.just(change) : Mono.error(new ImageChangedException()));
  }

  private ImageChange change(
      ImageRecord image, Viewer viewer, boolean approved, @Nullable String reason) {
    var by = Objects.requireNonNull(viewer.subject());
    var cause = image.changedBy(by, after(image.state().moderation().decision()));
    return new ImageChange.Moderated(cause, new Decision(approved, by, reason, cause.at()));
  }

  /** Later than what was decided before, whoever's clock was ahead. */
  private Instant after(@Nullable Decision before) {
    var now = Instant.ofEpochMilli(clock.millis());
    return before == null || before.at().isBefore(now) ? now : before.at().plusMillis(1);
  }
}
