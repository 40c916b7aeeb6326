package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a signed address says of whoever holds it.
 *
 * @param issuedAt when it was signed
 * @param viewer the account it was made for, which may see what that account may see; null for
 *     anybody
 */
public record Pass(Instant issuedAt, @Nullable Viewer viewer) {

  Set<Relation> relations(ImageRecord image) {
    return viewer == null ? Set.of(Relation.LINK) : Relation.of(viewer, image);
  }
}
