package dev.safelight.metadata.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an account asked for everything to be erased, and what became of it.
 *
 * @param id of the receipt; nobody can guess it
 * @param account opaque id of the account; null once that is forgotten, too
 * @param askedAt when
 * @param completion what became of it; null while it is in progress
 */
public record Erasure(
    UUID id, @Nullable String account, Instant askedAt, @Nullable Completion completion) {

  /**
   * That everything is erased.
   *
   * @param at when
   * @param tally what that was
   * @param signature of the receipt that says so
   */
  public record Completion(Instant at, Tally tally, String signature) {}

  Receipt receipt() {
    return completion == null
        ? new Receipt(id, askedAt, null, null)
        : new Receipt(id, askedAt, completion.at(), completion.tally());
  }
}
