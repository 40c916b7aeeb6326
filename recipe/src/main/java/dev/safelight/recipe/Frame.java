package dev.safelight.recipe;

/**
 * What a {@link Resize} comes to: the picture is scaled, then centred in a frame, and what sticks
 * out is cut off while what stays empty is transparent, or white where there is no transparency.
 *
 * @param scaled the size of the picture after scaling
 * @param frame the size of the result
 */
public record Frame(Size scaled, Size frame) {

  static Frame exactly(Size size) {
    return new Frame(size, size);
  }

  /** Where the scaled picture's left edge is in the frame; negative if it is cut off. */
  public int left() {
    return Math.floorDiv(frame.width() - scaled.width(), 2);
  }

  /** Where the scaled picture's top edge is in the frame; negative if it is cut off. */
  public int top() {
    return Math.floorDiv(frame.height() - scaled.height(), 2);
  }
}
