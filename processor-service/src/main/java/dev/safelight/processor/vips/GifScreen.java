package dev.safelight.processor.vips;

import dev.safelight.recipe.Box;
import dev.safelight.recipe.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where the first frame of a GIF is on its logical screen (GIF89a, 18 and 20). */
final class GifScreen {

  private static final int HEADER = 13;
  private static final int IMAGE = 0x2C;

  private GifScreen() {}

  /** What the first frame of a GIF that a decoder has opened covers of its canvas. */
  static Box firstFrame(byte[] gif, Size canvas) {
    var in = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
    int at = HEADER + colorTable(in.get(10));
    while (in.get(at) != IMAGE) {
      at = afterExtension(in, at);
    }
    int left = Math.min(u16(in, at + 1), canvas.width() - 1);
    int top = Math.min(u16(in, at + 3), canvas.height() - 1);
    return new Box(
        left,
        top,
        Math.min(u16(in, at + 5), canvas.width() - left),
        Math.min(u16(in, at + 7), canvas.height() - top));
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

  private static int u16(ByteBuffer in, int at) {
    return in.getShort(at) & 0xFFFF;
  }
}
