package dev.safelight.metadata.item;

/** There is no such item, or it is not for the viewer to know of. Never says which. */
public class ItemNotFoundException extends RuntimeException {

  /** Says only that. */
  public ItemNotFoundException() {
    super("There is no such item, or it is not yours to see");
  }
}
