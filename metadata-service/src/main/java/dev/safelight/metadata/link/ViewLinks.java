package dev.safelight.metadata.link;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the addresses that an image's own description has of its pictures, so that a page can show
 * them. They are the same for some time, so that a browser can keep what is behind them.
 */
public class ViewLinks {

  private final LinkTokens tokens;
  private final Duration validity;
  private final Clock clock;

  /**
   * Composes it.
   *
   * @param validity for how long an address is good when it is given out, at least; at most twice
   *     that
   */
  public ViewLinks(LinkTokens tokens, Duration validity, Clock clock) {
    this.tokens = tokens;
    this.validity = validity;
    this.clock = clock;
  }

  /**
   * What makes addresses of an image show its pictures for a time.
   *
   * @param token goes into the address
   * @param expiresAt when it ends
   */
  public record View(String token, Instant expiresAt) {}

  /** What {@code viewer} needs to see its pictures; nothing if everybody may, or nobody asks. */
  public Optional<View> of(ImageRecord image, Viewer viewer) {
    if (viewer.subject() == null || image.isPublished() || image.shown() == null) {
      return Optional.empty();
    }
    var link = new Link(image.id(), new Link.Account(viewer), issued(image), expires());
    return Optional.of(new View(tokens.write(link), link.expiresAt()));
  }

  /** When the addresses that are given out now end. */
  public Instant expires() {
    return window().plus(validity.multipliedBy(2));
  }

  /** Not before addresses were revoked, or it would be one of those. */
  private Instant issued(ImageRecord image) {
    var validFrom = image.history().linksValidFrom();
    var window = window();
    return validFrom == null || validFrom.isBefore(window) ? window : validFrom;
  }

  private Instant window() {
    var millis = clock.millis();
    return Instant.ofEpochMilli(millis - millis % validity.toMillis());
  }
}
