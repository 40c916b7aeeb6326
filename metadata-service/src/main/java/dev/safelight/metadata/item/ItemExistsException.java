package dev.safelight.metadata.item;

/** The id is taken. */
public class ItemExistsException extends RuntimeException {

  /** Says only that. */
  public ItemExistsException() {
    super("There is an item of this id already");
  }
}
