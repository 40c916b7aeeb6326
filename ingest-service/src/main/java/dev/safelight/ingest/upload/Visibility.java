package dev.safelight.ingest.upload;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may see an image once it is ready. */
public enum Visibility {
  /** Its owner, and those it is shared with. */
  PRIVATE,
  /** Everybody. */
  PUBLIC;

  /** The name clients use. */
  public String externalName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The visibility of that name, if there is one; case matters not. */
  public static Optional<Visibility> of(String externalName) {
    return Stream.of(values())
        .filter(visibility -> visibility.externalName().equalsIgnoreCase(externalName))
        .findFirst();
  }
}
