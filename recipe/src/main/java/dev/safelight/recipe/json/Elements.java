package dev.safelight.recipe.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The elements of a JSON array of objects, not more than are allowed. */
final class Elements {

  private Elements() {}

  /**
   * Reads them.
   *
   * @param read makes something of an object's members and its index, or finds fault and gives null
   */
  static <T> List<T> read(
      JsonNode array,
      String path,
      int most,
      Findings findings,
      BiFunction<Members, Integer, @Nullable T> read) {
    if (!array.isArray()) {
      findings.add(path, "Use a JSON array of objects.");
      return List.of();
    }
    if (array.size() > most) {
      findings.add(path, "Give at most %d.".formatted(most));
    }
    var elements = new ArrayList<T>();
    for (int i = 0; i < Math.min(most, array.size()); i++) {
      var members = Members.of(array.get(i), "%s[%d]".formatted(path, i), findings);
      var element = read.apply(members, i);
      if (element != null) {
        elements.add(element);
      }
    }
    return elements;
  }
}
