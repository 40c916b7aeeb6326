package dev.safelight.metadata.link;

import dev.safelight.metadata.catalog.Pass;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Instant;
import java.util.UUID;

/**
 * What a signed address grants.
 *
 * @param imageId the image it is for
 * @param holder for whom it is, and thereby for which pictures
 * @param issuedAt when it was signed, to the millisecond
 * @param expiresAt when it ends, to the second
 */
public record Link(UUID imageId, Holder holder, Instant issuedAt, Instant expiresAt) {

  /** For whom an address is. */
  public sealed interface Holder {

    /** What the record is asked by. */
    Pass pass(Instant issuedAt);
  }

  /**
   * Anybody, for one picture.
   *
   * @param id tells it from all others in the access log
   * @param variant the picture
   */
  public record Anybody(UUID id, String variant) implements Holder {

    @Override
    public Pass pass(Instant issuedAt) {
      return new Pass(issuedAt, null);
    }
  }

  /**
   * An account that was told of the image, for all of its pictures. What the account may see is
   * asked again at each use.
   *
   * @param viewer the account
   */
  public record Account(Viewer viewer) implements Holder {

    @Override
    public Pass pass(Instant issuedAt) {
      return new Pass(issuedAt, viewer);
    }
  }

  /** What the record is asked by. */
  public Pass pass() {
    return holder.pass(issuedAt);
  }
}
