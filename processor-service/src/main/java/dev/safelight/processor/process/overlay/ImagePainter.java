package dev.safelight.processor.process.overlay;

import dev.safelight.recipe.Size;
import java.awt.AlphaComposite;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Draws an image of the operator's. */
final class ImagePainter implements MarkPainter {

  private final BufferedImage image;

  /** Reads a PNG, which is trusted: the operator put it there. */
  ImagePainter(String name, byte[] png) {
    this.image = packed(read(name, png));
  }

  @Override
  public double aspectRatio() {
    return (double) image.getWidth() / image.getHeight();
  }

  /** Halves until a last step of less than half remains, as interpolation would skip pixels. */
  @Override
  public BufferedImage paint(Size size) {
    var picture = image;
    while (picture.getWidth() >= 2 * size.width() && picture.getHeight() >= 2 * size.height()) {
      picture = drawn(picture, picture.getWidth() / 2, picture.getHeight() / 2);
    }
    return drawn(picture, size.width(), size.height());
  }

  private static BufferedImage packed(BufferedImage picture) {
    return drawn(picture, picture.getWidth(), picture.getHeight());
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var pen = copy.createGraphics();
    pen.setComposite(AlphaComposite.Src);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return copy;
  }

  private static BufferedImage read(String name, byte[] png) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersBySuffix("png");
    var reader = readers.next();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("The watermark image " + name + " is not a PNG", e);
    } finally {
      reader.dispose();
    }
  }
}
