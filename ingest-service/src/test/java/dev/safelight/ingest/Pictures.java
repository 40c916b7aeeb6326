package dev.safelight.ingest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** Images drawn for tests. */
public final class Pictures {

  private static final int PNG_WIDTH_AT = 16;

  private Pictures() {}

  /** A small picture in {@code format}, a name ImageIO knows. */
  public static byte[] drawn(String format, int width, int height) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A PNG of 60 × 40 pixels. */
  public static byte[] png() {
    return drawn("png", 60, 40);
  }

  /** A tiny PNG whose header claims other dimensions. */
  public static byte[] pngThatClaims(int width, int height) {
    var png = png();
    ByteBuffer.wrap(png).putInt(PNG_WIDTH_AT, width).putInt(PNG_WIDTH_AT + 4, height);
    return png;
  }

  /** A PNG that ends in the middle of its pixels. */
  public static byte[] cutOffPng() {
    var png = png();
    return java.util.Arrays.copyOf(png, png.length / 2);
  }
}
