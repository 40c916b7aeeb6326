package dev.safelight.eventing;

import java.util.ArrayList;
import java.util.List;

/** The chain of causes of a failure. */
final class Causes {

  private Causes() {}

  /** The failure itself first, its root cause last. */
  static List<Throwable> of(Throwable failure) {
    var causes = new ArrayList<Throwable>();
    var cause = failure.getCause();
    causes.add(failure);
    while (cause != null) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes;
  }
}
