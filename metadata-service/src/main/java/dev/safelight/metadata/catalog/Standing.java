package dev.safelight.metadata.catalog;

/**
 * Whether an image stands for its item, as far as everybody was told. Who asks is answered by the
 * item itself, which may be ahead of this for a moment.
 *
 * @param primary whether it does
 * @param itemVersion version of the item as of which that is true; news of older ones change
 *     nothing. 0 where no choice was heard of
 */
public record Standing(boolean primary, long itemVersion) {

  /** Of an image of whose item nothing was heard. */
  public static final Standing NONE = new Standing(false, 0);
}
