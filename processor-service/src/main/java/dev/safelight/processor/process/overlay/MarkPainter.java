package dev.safelight.processor.process.overlay;

import dev.safelight.recipe.Size;
import java.awt.image.BufferedImage;

/** Draws one mark at any size. */
interface MarkPainter {

  /** Width divided by height. */
  double aspectRatio();

  /** The mark on a transparent ground, as {@link BufferedImage#TYPE_INT_ARGB}. */
  BufferedImage paint(Size size);
}
