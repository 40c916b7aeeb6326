package dev.safelight.metadata.web;

import dev.safelight.metadata.audit.AuditQuery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query of a listing of the audit log.
 *
 * @param query which entries
 * @param limit how many at most
 */
record AuditReader(AuditQuery query, int limit) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 100;
  private static final Set<String> KNOWN =
      Set.of("limit", "cursor", "actor", "action", "target", "after", "before");
  private static final String TIME_RULE = "must be a time such as 2026-03-01T00:00:00Z";

  /**
   * Reads the query of an administrator.
   *
   * @throws dev.safelight.webapi.ProblemException 400 that names every parameter that is wrong
   */
  static AuditReader of(MultiValueMap<String, String> parameters) {
    var query = new QueryReader(parameters).knowOnly(KNOWN);
    var limit = query.read("limit", QueryReader.between(1, MOST), "must be one of 1 to " + MOST);
    var last = query.read("cursor", AuditCursors::parse, "must be the nextCursor of another page");
    var period =
        new AuditQuery.Period(
            query.read("after", AuditReader::time, TIME_RULE),
            query.read("before", AuditReader::time, TIME_RULE));
    var wanted =
        new AuditQuery(
            text(query, "actor"), text(query, "action"), text(query, "target"), period, last);
    query.refuseMistakes();
    return new AuditReader(wanted, Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
  }

  private static @Nullable String text(QueryReader query, String name) {
    return query.read(name, Optional::of, "must be given once");
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
