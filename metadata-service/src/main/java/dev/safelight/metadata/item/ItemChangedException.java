package dev.safelight.metadata.item;

/** Somebody else was faster. */
public class ItemChangedException extends RuntimeException {

  /** Says only that. */
  public ItemChangedException() {
    super("The item is not what the caller thinks it is");
  }
}
