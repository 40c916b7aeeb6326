package dev.safelight.metadata.catalog;

import java.util.List;

/** The image has no variant of that name. */
public class VariantNotFoundException extends RuntimeException {

  private final transient List<String> names;

  /** Says which ones there are. */
  public VariantNotFoundException(Development development) {
    super("The image has no such variant");
    this.names = development.variants().stream().map(Variant::name).toList();
  }

  /** The names there are. */
  public List<String> names() {
    return names;
  }
}
