package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Listing;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * The query of a listing.
 *
 * @param listing which images
 * @param limit how many at most
 */
record ListQuery(Listing listing, int limit) {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST = 100;
  private static final Set<String> KNOWN = Set.of("limit", "cursor", "status", "itemId");
  private static final String STATUSES =
      Arrays.stream(ImageStatus.values()).map(ImageStatus::label).collect(Collectors.joining(", "));

  /**
   * Reads the query of somebody who asks for their own images.
   *
   * @throws dev.safelight.webapi.ProblemException 400 that names every parameter that is wrong
   */
  static ListQuery of(MultiValueMap<String, String> parameters, String owner) {
    var query = new QueryReader(parameters).knowOnly(KNOWN);
    var limit = query.read("limit", QueryReader.between(1, MOST), "must be one of 1 to " + MOST);
    var status = query.read("status", ListQuery::status, "must be one of " + STATUSES);
    var itemId = query.read("itemId", Optional::of, "must be given once");
    var before = query.read("cursor", Cursors::parse, "must be the nextCursor of another page");
    query.refuseMistakes();
    return new ListQuery(
        new Listing(owner, status, itemId, before),
        Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
  }

  private static Optional<ImageStatus> status(String label) {
    return Arrays.stream(ImageStatus.values())
        .filter(status -> status.label().equals(label))
        .findFirst();
  }
}
