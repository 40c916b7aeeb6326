package dev.safelight.metadata.search;

import dev.safelight.metadata.catalog.Appearance;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.ImageNotFoundException;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.search.ImageSearch.Alike;
import dev.safelight.metadata.search.ImageSearch.Found;
import dev.safelight.metadata.signing.Signatures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers which images there are, to each what they may read. */
public class SearchService {

  private final ImageSearch search;
  private final CatalogService catalog;
  private final Cursors cursors;

  /** Composes the service. */
  public SearchService(ImageSearch search, CatalogService catalog, Signatures signatures) {
    this.search = search;
    this.catalog = catalog;
    this.cursors = new Cursors(signatures);
  }

  /**
   * At most {@code limit} images, from where a cursor says; a page costs the same wherever it is.
   * Fails with {@link UnknownCursorException} if the cursor is not of this question.
   *
   * @param cursor of the page before; null for the first
   */
  public Mono<ImagePage> after(ImageQuery query, @Nullable String cursor, int limit) {
    return Mono.fromSupplier(() -> position(query, cursor))
        .flatMap(from -> search.after(query, from.orElse(null), limit + 1).collectList())
        .map(found -> page(query, found, limit));
  }

  /** The images of a page, counted from 1; its cost grows with its number. */
  public Mono<ImagePage> numbered(ImageQuery query, int number, int limit) {
    return search
        .beyond(query, (number - 1) * limit, limit + 1)
        .collectList()
        .map(found -> page(query, found, limit));
  }

  /** How many images there are; of more than {@code most}, so many. */
  public Mono<Long> count(ImageQuery query, int most) {
    return search.count(query, most);
  }

  /** The first image. Fails with {@link ImageNotFoundException} if there is none. */
  public Mono<ImageRecord> first(ImageQuery query) {
    return search
        .after(query, null, 1)
        .next()
        .map(Found::image)
        .switchIfEmpty(Mono.error(ImageNotFoundException::new));
  }

  /**
   * What looks like an image, nearest first: among the viewer's own, and for administrators among
   * its owner's. None while nothing is known of how it looks. Fails as {@link CatalogService#get}
   * does.
   */
  public Flux<Alike> alike(UUID id, Viewer viewer, int distance, int limit) {
    return catalog
        .get(id, viewer, Duration.ZERO)
        .flatMapMany(image -> alike(image, viewer, distance, limit + 1))
        .filter(found -> !found.image().id().equals(id))
        .take(limit);
  }

  private Flux<Alike> alike(ImageRecord image, Viewer viewer, int distance, int limit) {
    var owner = viewer.admin() ? image.upload().owner() : viewer.subject();
    return Mono.justOrEmpty(hash(image))
        .filter(hash -> owner != null)
        .flatMapMany(hash -> search.alike(String.valueOf(owner), hash, distance, limit));
  }

  private Optional<Position> position(ImageQuery query, @Nullable String cursor) {
    return Optional.ofNullable(cursor).map(text -> cursors.read(query, text));
  }

  private ImagePage page(ImageQuery query, List<Found> found, int limit) {
    var shown = found.stream().limit(limit).toList();
    var next = found.size() > limit ? cursors.write(query, shown.getLast().position()) : null;
    return new ImagePage(shown.stream().map(Found::image).toList(), next);
  }

  private static Optional<PerceptualHash> hash(ImageRecord image) {
    return Optional.ofNullable(image.shown())
        .map(shown -> shown.appearance())
        .map(Appearance::perceptualHash)
        .flatMap(PerceptualHash::parse);
  }
}
