package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.search.ImageFilter;
import dev.safelight.metadata.search.ImageQuery;
import dev.safelight.metadata.search.Sorting;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query of a list.
 *
 * @param query which images
 * @param limit how many at most
 * @param cursor where to go on; null for the start
 * @param page which page by number; null where a cursor counts
 */
record ListQuery(ImageQuery query, int limit, @Nullable String cursor, @Nullable Integer page) {

  /** Images that can be skipped: what is deeper would cost too much. */
  static final int DEEPEST = 10_000;

  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST = 100;
  private static final Set<String> KNOWN = Set.of("limit", "cursor", "page", "sort");

  /**
   * Reads the query of a list.
   *
   * @throws dev.safelight.webapi.ProblemException 400 that names every parameter that is wrong
   */
  static ListQuery of(MultiValueMap<String, String> parameters, Viewer viewer) {
    return of(new FilterReader(parameters, viewer, KNOWN), Sorting.NEWEST_FIRST);
  }

  /** Reads the query of a list of the images of an item. */
  static ListQuery ofItem(MultiValueMap<String, String> parameters, Viewer viewer, String itemId) {
    return of(new FilterReader(parameters, viewer, KNOWN).of(itemId), Sorting.ARRANGED);
  }

  /** Reads which image of an item is to be the newest. */
  static ImageQuery latest(MultiValueMap<String, String> parameters, Viewer viewer, String itemId) {
    var reader = new FilterReader(parameters, viewer, Set.of()).of(itemId);
    var filter = reader.filter();
    reader.query().refuseMistakes();
    return new ImageQuery(viewer, filter, Sorting.NEWEST_FIRST);
  }

  private static ListQuery of(FilterReader reader, Sorting otherwise) {
    var query = reader.query();
    var filter = reader.filter();
    var sorting = query.read("sort", Sortings::parse, Sortings.RULE);
    var limit = query.read("limit", QueryReader.between(1, MOST), "must be one of 1 to " + MOST);
    var most = Objects.requireNonNullElse(limit, DEFAULT_LIMIT);
    var page = query.read("page", QueryReader.between(1, DEEPEST / most), rule(most));
    var cursor = query.read("cursor", Optional::of, "must be given once");
    if (page != null && cursor != null) {
      query.refuse("page", "can't be used together with cursor");
    }
    query.refuseMistakes();
    return new ListQuery(question(reader, filter, sorting, otherwise), most, cursor, page);
  }

  private static ImageQuery question(
      FilterReader reader, ImageFilter filter, @Nullable Sorting sorting, Sorting otherwise) {
    return new ImageQuery(reader.viewer(), filter, Objects.requireNonNullElse(sorting, otherwise));
  }

  private static String rule(int limit) {
    return "must be 1 to %d, as page times limit is at most %d; go on by cursor instead"
        .formatted(DEEPEST / limit, DEEPEST);
  }
}
