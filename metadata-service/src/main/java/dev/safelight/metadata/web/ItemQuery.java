package dev.safelight.metadata.web;

import dev.safelight.metadata.item.ItemListing;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * The query of a listing of items.
 *
 * @param listing which items
 * @param limit how many at most
 */
record ItemQuery(ItemListing listing, int limit) {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST = 100;
  private static final Set<String> LISTING = Set.of("limit", "cursor", "kind");
  private static final Set<String> DELETION = Set.of("force");

  /**
   * Reads the query of somebody who asks for the items that they may use.
   *
   * @throws dev.safelight.webapi.ProblemException 400 that names every parameter that is wrong
   */
  static ItemQuery of(MultiValueMap<String, String> parameters, String subject) {
    var query = new QueryReader(parameters).knowOnly(LISTING);
    var limit = query.read("limit", QueryReader.between(1, MOST), "must be one of 1 to " + MOST);
    var kind = query.read("kind", Optional::of, "must be given once");
    var after = query.read("cursor", ItemCursors::parse, "must be the nextCursor of another page");
    query.refuseMistakes();
    return new ItemQuery(
        new ItemListing(subject, kind, after), Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
  }

  /** Whether an item is to be deleted although images belong to it. */
  static boolean force(MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(DELETION);
    var force = query.read("force", ItemQuery::bool, "must be true or false");
    query.refuseMistakes();
    return Boolean.TRUE.equals(force);
  }

  private static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
