package dev.safelight.processor.process;

/**
 * How a stored picture becomes the one to be shown: rows and columns change places, or not, then
 * the result is mirrored.
 *
 * @param transposed whether rows become columns
 * @param mirrored whether left and right change places, afterwards
 * @param upsideDown whether top and bottom change places, afterwards
 */
public record Orientation(boolean transposed, boolean mirrored, boolean upsideDown) {

  /** As it is stored. */
  public static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** The meaning of Exif's numbers 1 to 8; any other says nothing. */
  public static Orientation of(int exif) {
    return switch (exif) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, true, false);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, false, true);
      default -> UPRIGHT;
    };
  }
}
