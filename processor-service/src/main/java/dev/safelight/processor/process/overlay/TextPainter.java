package dev.safelight.processor.process.overlay;

import dev.safelight.recipe.Mark;
import dev.safelight.recipe.Size;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws a line of text as wide as the mark is to be; blank texts leave nothing. */
final class TextPainter implements MarkPainter {

  private final Shape outline;
  private final Rectangle2D bounds;
  private final Color color;

  TextPainter(TextFont font, Mark.Text mark) {
    this.outline = font.outline(mark.text());
    this.bounds = outline.getBounds2D();
    this.color = new Color(mark.color());
  }

  @Override
  public double aspectRatio() {
    return bounds.isEmpty() ? 1 : bounds.getWidth() / bounds.getHeight();
  }

  @Override
  public BufferedImage paint(Size size) {
    var picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    if (bounds.isEmpty()) {
      return picture;
    }
    var fitting = new AffineTransform();
    fitting.scale(size.width() / bounds.getWidth(), size.height() / bounds.getHeight());
    fitting.translate(-bounds.getX(), -bounds.getY());
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(color);
    pen.fill(fitting.createTransformedShape(outline));
    pen.dispose();
    return picture;
  }
}
