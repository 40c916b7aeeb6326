package dev.safelight.metadata.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list.
 *
 * @param actor only those of this account; null for any
 * @param action only these; null for any
 * @param target only those about this; null for any
 * @param period only those of this time
 * @param last where the page before ended; null for the first page
 */
public record AuditQuery(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String target,
    Period period,
    @Nullable Position last) {

  /**
   * Some time.
   *
   * @param after it begins after this moment; null for no beginning
   * @param before it ends before this moment; null for no end
   */
  public record Period(@Nullable Instant after, @Nullable Instant before) {}

  /**
   * A place in the order of entries, which is by time, and by id where that is the same.
   *
   * @param at time of the entry
   * @param id identity of the entry
   */
  public record Position(Instant at, UUID id) {

    /** That of an entry. */
    public static Position of(AuditEntry entry) {
      return new Position(entry.at(), entry.id());
    }
  }
}
