package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import dev.safelight.metadata.catalog.ImageAction;
import dev.safelight.metadata.catalog.ImageCondition;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Reach;
import dev.safelight.metadata.catalog.Relation;
import dev.safelight.metadata.catalog.Viewer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;

/** What the table of access says, as conditions of a query. */
final class AccessConditions {

  private static final Set<Relation> ANYBODY =
      EnumSet.of(Relation.OTHER, Relation.ANONYMOUS, Relation.ADMIN, Relation.MODERATOR);

  private AccessConditions() {}

  /**
   * That {@code viewer} may read an image.
   *
   * @param asked what the images are like that the rest of the query lets through; all that can be
   *     known from it makes the conditions fewer, and the choice of an index easier
   */
  static Bson readable(Viewer viewer, Set<ImageCondition> asked) {
    var branches =
        Reach.of(viewer, ImageAction.READ).stream()
            .map(reach -> new Reach(reach.relation(), common(reach.conditions(), asked)))
            .filter(reach -> !reach.conditions().isEmpty())
            .toList();
    // Nobody may do less for being more to an image, so a branch need not leave out the others.
    if (branches.stream().anyMatch(reach -> isAll(reach, asked))) {
      return empty();
    }
    var conditions = branches.stream().map(reach -> within(reach, viewer, asked)).toList();
    return conditions.isEmpty() ? in(Fields.ID, List.of()) : or(conditions);
  }

  /** That an image has a status; deletion is another matter. */
  static Bson status(ImageStatus status) {
    return switch (status) {
      case PENDING, CLEARED -> and(eq(Fields.RANK, status.rank()), ne(Fields.APPROVED, false));
      case READY ->
          and(
              eq(Fields.RANK, status.rank()),
              or(and(ne(Fields.ON_HOLD, true), unjudged()), eq(Fields.APPROVED, true)));
      case HELD -> and(eq(Fields.RANK, status.rank()), eq(Fields.ON_HOLD, true), unjudged());
      case REJECTED -> or(eq(Fields.RANK, status.rank()), eq(Fields.APPROVED, false));
    };
  }

  private static Bson unjudged() {
    return eq(Fields.DECISION, null);
  }

  private static Set<ImageCondition> common(Set<ImageCondition> some, Set<ImageCondition> others) {
    var common = EnumSet.copyOf(others);
    common.retainAll(some);
    return common;
  }

  private static boolean isAll(Reach reach, Set<ImageCondition> asked) {
    return ANYBODY.contains(reach.relation()) && reach.conditions().equals(asked);
  }

  private static Bson within(Reach reach, Viewer viewer, Set<ImageCondition> asked) {
    var related =
        switch (reach.relation()) {
          case OWNER -> eq(Fields.OWNER, viewer.subject());
          case SHARED -> eq(Fields.SHARED_WITH, viewer.subject());
          case OTHER, ANONYMOUS, ADMIN, MODERATOR -> empty();
          case LINK -> in(Fields.ID, List.of());
        };
    if (reach.conditions().equals(asked)) {
      return related;
    }
    var conditions = reach.conditions().stream().map(AccessConditions::condition).toList();
    return and(related, or(conditions));
  }

  private static Bson condition(ImageCondition condition) {
    return switch (condition) {
      case DELETED -> exists(Fields.DELETION);
      case PRIVATE -> and(there(), ne(Fields.EVERYONE, true), status(ImageStatus.READY));
      case PUBLIC -> and(there(), eq(Fields.EVERYONE, true), status(ImageStatus.READY));
      case PENDING -> and(there(), or(status(ImageStatus.PENDING), status(ImageStatus.CLEARED)));
      case HELD -> and(there(), status(ImageStatus.HELD));
      case REJECTED -> and(there(), eq(Fields.RANK, ImageStatus.REJECTED.rank()));
      case REFUSED ->
          and(there(), ne(Fields.RANK, ImageStatus.REJECTED.rank()), eq(Fields.APPROVED, false));
    };
  }

  /** That an image is not deleted. */
  static Bson there() {
    return exists(Fields.DELETION, false);
  }
}
