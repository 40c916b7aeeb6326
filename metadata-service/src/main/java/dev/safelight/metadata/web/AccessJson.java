package dev.safelight.metadata.web;

import dev.safelight.metadata.accesslog.Access;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the access log as the API shows it.
 *
 * @param who the account, or {@code link} for whoever held a signed address
 */
record AccessJson(
    String id,
    Instant at,
    String who,
    String action,
    String variant,
    @Nullable String link,
    @Nullable String purpose,
    String network) {

  private static final String HOLDER = "link";

  /** One page of a list. */
  record Listed(List<AccessJson> entries, @Nullable String nextCursor) {}

  static AccessJson of(Access entry) {
    return new AccessJson(
        entry.id().toString(),
        entry.at(),
        Optional.ofNullable(entry.account()).orElse(HOLDER),
        entry.action().name().toLowerCase(Locale.ROOT),
        entry.picture().variant(),
        Optional.ofNullable(entry.link()).map(UUID::toString).orElse(null),
        entry.purpose(),
        entry.network());
  }
}
