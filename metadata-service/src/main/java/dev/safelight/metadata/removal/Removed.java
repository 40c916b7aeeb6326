package dev.safelight.metadata.removal;

/**
 * What a purge removed.
 *
 * @param objects how many objects of the store
 * @param bytes how many bytes they had
 */
public record Removed(long objects, long bytes) {

  /** Nothing, or nothing that is counted. */
  public static final Removed NOTHING = new Removed(0, 0);

  /** Both. */
  public Removed plus(Removed other) {
    return new Removed(objects + other.objects, bytes + other.bytes);
  }

  /** Whether anything was there. */
  public boolean isAny() {
    return objects > 0;
  }
}
