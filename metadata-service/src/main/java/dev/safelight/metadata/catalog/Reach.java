package dev.safelight.metadata.catalog;

import java.util.List;
import java.util.Set;

/**
 * Images that somebody may do something to: those that they have this relation to, in any of these
 * conditions. For queries, which can't look at each record; taken from the same table.
 *
 * @param relation what they are to them
 * @param conditions what the images are like
 */
public record Reach(Relation relation, Set<ImageCondition> conditions) {

  /** All that {@code viewer} may do this to, by everything they may be to an image. */
  public static List<Reach> of(Viewer viewer, ImageAction action) {
    return Relation.possible(viewer).stream()
        .map(relation -> new Reach(relation, AccessTable.granted(action, relation)))
        .toList();
  }
}
