package dev.safelight.metadata.edit;

import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Projection;
import reactor.core.publisher.Mono;

/**
 * Lets images that were uploaded to stand for their item do so, once there is a record of them. The
 * event counts as handled only after that.
 */
public class ClaimingProjection implements Projection {

  private final Projection projection;
  private final PrimaryImages primaries;

  /** Turns events into records by {@code projection}. */
  public ClaimingProjection(Projection projection, PrimaryImages primaries) {
    this.projection = projection;
    this.primaries = primaries;
  }

  @Override
  public Mono<Void> apply(ImageEvent event) {
    var claim =
        event instanceof ImageEvent.Uploaded uploaded && uploaded.primary()
            ? Mono.defer(() -> primaries.claim(uploaded.imageId()))
            : Mono.<Void>empty();
    return projection.apply(event).then(claim);
  }
}
