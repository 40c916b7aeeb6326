package dev.safelight.processor.process.overlay;

import java.util.ArrayList;
import java.util.List;

/**
 * A watermark as it is laid over one picture: once, or side by side all over it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb sRGB, row by row, 0xAARRGGBB, not premultiplied
 * @param left where its left edge is in the picture; that of the first one, not above 0, if tiled
 * @param top where its top edge is in the picture; that of the first one, not above 0, if tiled
 * @param tiled whether it is repeated to the right and down until the picture is covered
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
public record Overlay(int width, int height, int[] argb, int left, int top, boolean tiled) {

  /**
   * A place in a picture, which may be outside of it in part.
   *
   * @param left in pixels
   * @param top in pixels
   */
  public record Place(int left, int top) {}

  /** Every place where it is laid in a picture of that size. */
  public List<Place> places(int pictureWidth, int pictureHeight) {
    if (!tiled) {
      return List.of(new Place(left, top));
    }
    var places = new ArrayList<Place>();
    for (int y = top; y < pictureHeight; y += height) {
      for (int x = left; x < pictureWidth; x += width) {
        places.add(new Place(x, y));
      }
    }
    return places;
  }
}
