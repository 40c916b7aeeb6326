package dev.safelight.metadata.catalog;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what to which image: this table, and nothing else, decides.
 *
 * <p>Columns are the owner, those it is shared with, other accounts, nobody we know,
 * administrators, moderators, and whoever holds a signed address: {@code +} they may, {@code x}
 * they may not, {@code .} there is no such image for them. To somebody who is in two columns, what
 * grants more counts. The security rules ask for a token and its scope before.
 */
final class AccessTable {

  private static final List<Relation> COLUMNS =
      List.of(
          Relation.OWNER,
          Relation.SHARED,
          Relation.OTHER,
          Relation.ANONYMOUS,
          Relation.ADMIN,
          Relation.MODERATOR,
          Relation.LINK);

  private static final String TABLE =
      """
      action   PRIVATE   PUBLIC    PENDING   HELD      REJECTED  REFUSED   DELETED
      READ     ++..+..   ++++++.   ++..+..   +...++.   ++..+..   ++..++.   +...+..
      VIEW     ++..+.+   +++++++   ++..+..   +...++.   +...+..   +...+..   .......
      CHANGE   +x..+..   +xxx+x.   +x..+..   +...+x.   +x..+..   +x..+x.   .......
      DELETE   +x..+..   +xxx+x.   +x..+..   +...+x.   +x..+..   +x..+x.   .......
      RESTORE  +x..+..   +xxx+x.   +x..+..   +...+x.   +x..+..   +x..+x.   +...+..
      PURGE    +x..+..   +xxx+x.   +x..+..   +...+x.   +x..+..   +x..+x.   +...+..
      SIGN     +x..+..   +xxx+x.   +x..+..   +...+x.   +x..+..   +x..+x.   .......
      AUDIT    +x..+..   +xxx+x.   +x..+..   +...+x.   +x..+..   +x..+x.   +...+..
      MODERATE xx..+..   xxxx++.   xx..+..   x...++.   xx..+..   xx..++.   .......
      REPLAY   xx..+..   xxxx+x.   xx..+..   x...+x.   xx..+..   xx..+x.   x...+..
      """;

  private static final Map<ImageAction, Map<ImageCondition, Map<Relation, Permission>>> CELLS =
      parse();

  private AccessTable() {}

  static Permission permission(ImageAction action, ImageRecord image, Viewer viewer) {
    return permission(action, image, Relation.of(viewer, image));
  }

  static Permission permission(ImageAction action, ImageRecord image, Set<Relation> relations) {
    var row = CELLS.getOrDefault(action, Map.of()).getOrDefault(ImageCondition.of(image), Map.of());
    return relations.stream()
        .map(relation -> row.getOrDefault(relation, Permission.HIDDEN))
        .min(Comparator.naturalOrder())
        .orElse(Permission.HIDDEN);
  }

  /** What images are like that everybody of this relation to them may do this to. */
  static Set<ImageCondition> granted(ImageAction action, Relation relation) {
    return CELLS.getOrDefault(action, Map.of()).entrySet().stream()
        .filter(row -> row.getValue().get(relation) == Permission.GRANTED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<ImageAction, Map<ImageCondition, Map<Relation, Permission>>> parse() {
    var lines = TABLE.lines().map(line -> line.split(" +")).toList();
    var conditions = lines.getFirst();
    return lines.stream()
        .skip(1)
        .collect(
            Collectors.toMap(line -> ImageAction.valueOf(line[0]), line -> row(conditions, line)));
  }

  private static Map<ImageCondition, Map<Relation, Permission>> row(
      String[] conditions, String[] line) {
    var row = new EnumMap<ImageCondition, Map<Relation, Permission>>(ImageCondition.class);
    for (int column = 1; column < line.length; column++) {
      row.put(ImageCondition.valueOf(conditions[column]), cell(line[column]));
    }
    return row;
  }

  private static Map<Relation, Permission> cell(String marks) {
    var cell = new EnumMap<Relation, Permission>(Relation.class);
    for (var relation : COLUMNS) {
      cell.put(relation, permission(marks.charAt(COLUMNS.indexOf(relation))));
    }
    return cell;
  }

  private static Permission permission(char mark) {
    return switch (mark) {
      case '+' -> Permission.GRANTED;
      case 'x' -> Permission.FORBIDDEN;
      default -> Permission.HIDDEN;
    };
  }
}
