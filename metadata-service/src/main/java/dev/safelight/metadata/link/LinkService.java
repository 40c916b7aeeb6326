package dev.safelight.metadata.link;

import dev.safelight.metadata.accesslog.Access;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageNotReadyException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageRejectedException;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.ServedPicture;
import dev.safelight.metadata.catalog.VariantNotFoundException;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Makes signed addresses. None leaves before the access log has it. */
public class LinkService {

  private final CatalogService catalog;
  private final LinkTokens tokens;
  private final AccessLog log;
  private final Clock clock;

  /** Composes the service. */
  public LinkService(CatalogService catalog, LinkTokens tokens, AccessLog log, Clock clock) {
    this.catalog = catalog;
    this.tokens = tokens;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Makes an address that shows a picture to anybody for a time. Fails, besides as looking at the
   * image does, with {@link ImageNotReadyException}, {@link ImageRejectedException}, {@link
   * ImageNotClearedException} or {@link VariantNotFoundException}.
   */
  public Mono<IssuedLink> issue(UUID id, Viewer viewer, LinkRequest wanted) {
    return catalog
        .get(id, viewer, Duration.ZERO)
        .map(image -> picture(image.requiring(ImageAction.SIGN, viewer), wanted))
        .flatMap(picture -> issue(picture, viewer, wanted));
  }

  private static ServedPicture picture(ImageRecord image, LinkRequest wanted) {
    var rejection = image.rejection();
    if (rejection != null) {
      throw new ImageRejectedException(rejection);
    }
    if (image.status() == ImageStatus.HELD) {
      throw new ImageNotClearedException();
    }
    var development = Optional.ofNullable(image.shown()).orElseThrow(ImageNotReadyException::new);
    var name = wanted.variant();
    var variant = name == null ? development.preferred() : development.variant(name);
    return variant
        .map(there -> new ServedPicture(image, development, there))
        .orElseThrow(() -> new VariantNotFoundException(development));
  }

  private Mono<IssuedLink> issue(ServedPicture picture, Viewer viewer, LinkRequest wanted) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var holder = new Link.Anybody(UUID.randomUUID(), picture.variant().name());
    var link =
        new Link(
            picture.image().id(),
            holder,
            now,
            now.plus(wanted.validity()).truncatedTo(ChronoUnit.SECONDS));
    var token = tokens.write(link);
    return log.record(List.of(entry(picture, holder, viewer, wanted, now)))
        .thenReturn(new IssuedLink(picture, token, link.expiresAt()));
  }

  private static Access entry(
      ServedPicture picture, Link.Anybody holder, Viewer viewer, LinkRequest wanted, Instant now) {
    return new Access(
        UUID.randomUUID(),
        now,
        logged(picture),
        Access.Action.SIGNED,
        viewer.subject(),
        holder.id(),
        wanted.purpose(),
        wanted.network());
  }

  /** A picture as the access log names it. */
  public static Access.Picture logged(ServedPicture picture) {
    var image = picture.image();
    return new Access.Picture(image.id(), image.upload().owner(), picture.variant().name());
  }
}
