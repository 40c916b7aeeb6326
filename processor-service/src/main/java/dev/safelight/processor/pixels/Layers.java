package dev.safelight.processor.pixels;

/** A picture on which others are laid one after the other. */
public final class Layers {

  private final int width;
  private final int height;
  private final boolean hasAlpha;
  private final int[] argb;

  /** Begins with a copy of the picture. */
  public Layers(Picture ground) {
    this.width = ground.width();
    this.height = ground.height();
    this.hasAlpha = ground.hasAlpha();
    this.argb = ground.argb().clone();
  }

  /** Lays a picture over what is there; what reaches out is cut off. */
  public void lay(Picture layer, int left, int top) {
    int first = Math.max(0, left);
    int count = Math.min(width, left + layer.width()) - first;
    for (int y = Math.max(0, top); count > 0 && y < Math.min(height, top + layer.height()); y++) {
      int from = (y - top) * layer.width() + first - left;
      Blend.over(layer.argb(), from, argb, y * width + first, count);
    }
  }

  /** Puts a picture in the place of what is there; what reaches out is cut off. */
  public void put(Picture layer, int left, int top) {
    int first = Math.max(0, left);
    int count = Math.min(width, left + layer.width()) - first;
    for (int y = Math.max(0, top); count > 0 && y < Math.min(height, top + layer.height()); y++) {
      int from = (y - top) * layer.width() + first - left;
      System.arraycopy(layer.argb(), from, argb, y * width + first, count);
    }
  }

  /** Makes a rectangle transparent; what reaches out is ignored. */
  public void clear(int left, int top, int clearedWidth, int clearedHeight) {
    put(Picture.transparent(clearedWidth, clearedHeight), left, top);
  }

  /** What can be seen; it does not change with what is laid over it later. */
  public Picture picture() {
    return new Picture(width, height, hasAlpha, argb.clone());
  }
}
