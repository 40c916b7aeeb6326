package dev.safelight.recipe.json;

import dev.safelight.recipe.RequestError;
import java.util.ArrayList;
import java.util.List;

/** What is found to be wrong, as long as anybody would read on. */
final class Findings {

  private static final int MOST = 50;

  private final List<RequestError> errors = new ArrayList<>();

  void add(String path, String message) {
    if (errors.size() < MOST) {
      errors.add(new RequestError(path, message));
    }
  }

  List<RequestError> all() {
    return List.copyOf(errors);
  }
}
