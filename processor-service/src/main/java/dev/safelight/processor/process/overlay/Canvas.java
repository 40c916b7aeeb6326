package dev.safelight.processor.process.overlay;

import dev.safelight.recipe.Position;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A drawn mark on its way to its places. */
final class Canvas {

  private final int width;
  private final int height;
  private final int[] argb;

  Canvas(BufferedImage mark, double opacity) {
    this.width = mark.getWidth();
    this.height = mark.getHeight();
    this.argb = ((DataBufferInt) mark.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < argb.length; i++) {
      int alpha = (int) Math.round((argb[i] >>> 24) * opacity);
      argb[i] = alpha << 24 | (argb[i] & 0xFFFFFF);
    }
  }

  Overlay placed(Position position, int margin, int pictureWidth, int pictureHeight) {
    int sideMargin = Math.min(margin, (pictureWidth - width) / 2);
    int topMargin = Math.min(margin, (pictureHeight - height) / 2);
    return new Overlay(
        width,
        height,
        argb,
        sideMargin + position.left(pictureWidth - width - 2 * sideMargin),
        topMargin + position.top(pictureHeight - height - 2 * topMargin),
        false);
  }

  /** The margin is a part of each tile, so that tiles lie side by side. One is in the centre. */
  Overlay tiled(int margin, int pictureWidth, int pictureHeight) {
    int gapX = Math.min(margin, pictureWidth);
    int gapY = Math.min(margin, pictureHeight);
    int tileWidth = width + gapX;
    int tileHeight = height + gapY;
    var tile = new int[tileWidth * tileHeight];
    for (int y = 0; y < height; y++) {
      System.arraycopy(argb, y * width, tile, (y + gapY / 2) * tileWidth + gapX / 2, width);
    }
    return new Overlay(
        tileWidth,
        tileHeight,
        tile,
        first((pictureWidth - tileWidth) / 2, tileWidth),
        first((pictureHeight - tileHeight) / 2, tileHeight),
        true);
  }

  /** The last place at or before the picture's edge from which a tile comes to the centre. */
  private static int first(int centre, int period) {
    return centre <= 0 ? centre : Math.floorMod(centre, period) - period;
  }
}
