package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.Chunks;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Lays the first frame of a GIF or WebP on its canvas, which it may cover only in part. */
final class FirstFrame {

  private static final int GIF_IMAGE = 0x2C;

  private final int left;
  private final int top;
  private final int width;
  private final int height;

  private FirstFrame(int left, int top, int width, int height) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
  }

  /** The whole canvas with the decoded frame on it; the rest is transparent. */
  static BufferedImage onCanvas(BufferedImage frame, byte[] content, ImageType type) {
    return switch (type) {
      case GIF -> gif(frame, content).paint(frame);
      case WEBP -> webp(frame, content).paint(frame);
      case JPEG, PNG, BMP, TIFF -> frame;
    };
  }

  private BufferedImage paint(BufferedImage frame) {
    if (left == 0 && top == 0 && width == frame.getWidth() && height == frame.getHeight()) {
      return frame;
    }
    var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var pen = canvas.createGraphics();
    pen.drawImage(frame, left, top, null);
    pen.dispose();
    return canvas;
  }

  /** A frame that reaches out of the logical screen enlarges it, as in browsers. */
  private static FirstFrame gif(BufferedImage frame, byte[] content) {
    var in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int at = 13 + colorTable(in.get(10));
    while (in.get(at) != GIF_IMAGE) {
      at = afterExtension(in, at);
    }
    int left = in.getShort(at + 1) & 0xFFFF;
    int top = in.getShort(at + 3) & 0xFFFF;
    return new FirstFrame(
        left,
        top,
        Math.max(in.getShort(6) & 0xFFFF, left + frame.getWidth()),
        Math.max(in.getShort(8) & 0xFFFF, top + frame.getHeight()));
  }

  private static int afterExtension(ByteBuffer in, int extension) {
    int at = extension + 2;
    while (in.get(at) != 0) {
      at += 1 + (in.get(at) & 0xFF);
    }
    return at + 1;
  }

  private static int colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** RFC 9649: ANMF begins with half the left and half the top edge, 24 bits each. */
  private static FirstFrame webp(BufferedImage frame, byte[] content) {
    var animation = Chunks.webp(content, "ANMF");
    var canvas = Chunks.webp(content, "VP8X");
    if (animation.isEmpty() || canvas.isEmpty()) {
      return new FirstFrame(0, 0, frame.getWidth(), frame.getHeight());
    }
    return new FirstFrame(
        2 * u24(animation.get(), 0),
        2 * u24(animation.get(), 3),
        1 + u24(canvas.get(), 4),
        1 + u24(canvas.get(), 7));
  }

  private static int u24(ByteBuffer in, int at) {
    return (in.getShort(at) & 0xFFFF) | (in.get(at + 2) & 0xFF) << 16;
  }
}
