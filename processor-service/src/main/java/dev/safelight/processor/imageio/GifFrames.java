package dev.safelight.processor.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.imageio.StoredFrame.Disposal;
import dev.safelight.processor.process.Orientation;
import dev.safelight.processor.process.SourceImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The frames of a GIF (GIF89a), each cut out as a GIF of its own. */
final class GifFrames implements StoredFrames {

  private static final int SCREEN_END = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;
  private static final int DESCRIPTOR_END = 10;

  private final ByteBuffer in;
  private final int firstBlock;
  private int at;

  GifFrames(byte[] gif) {
    this.in = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
    this.firstBlock = SCREEN_END + colorTable(in.get(10));
    this.at = firstBlock;
  }

  /** Netscape's extension says how often it is repeated after the first time. */
  @Override
  public int plays() {
    for (int block = firstBlock; in.get(block) == EXTENSION; block = afterSubBlocks(block + 2)) {
      if ((in.get(block + 1) & 0xFF) == APPLICATION && isLoop(block)) {
        int repeats = u16(block + 16);
        return repeats == 0 ? 0 : repeats + 1;
      }
    }
    return 1;
  }

  private boolean isLoop(int block) {
    var name = new byte[11];
    in.get(block + 3, name);
    return new String(name, ISO_8859_1).equals("NETSCAPE2.0");
  }

  @Override
  public StoredFrame next() {
    Integer control = null;
    while (in.get(at) != IMAGE) {
      if (in.get(at) != EXTENSION) {
        throw new IllegalArgumentException("A block of no known kind");
      }
      control = (in.get(at + 1) & 0xFF) == CONTROL ? Integer.valueOf(at) : control;
      at = afterSubBlocks(at + 2);
    }
    int image = at;
    at = afterSubBlocks(image + DESCRIPTOR_END + colorTable(in.get(image + 9)) + 1);
    return frame(control, image, at);
  }

  private StoredFrame frame(@Nullable Integer control, int image, int end) {
    int width = u16(image + 5);
    int height = u16(image + 7);
    var header = new ImageHeader(ImageType.GIF, width, height, 1);
    var file = new SourceImage(alone(control, image, end), header, Orientation.UPRIGHT);
    return new StoredFrame(
        file,
        u16(image + 1),
        u16(image + 3),
        control == null ? 0 : 10 * u16(control + 4),
        true,
        control == null ? Disposal.KEEP : disposal(in.get(control + 3) >> 2 & 7));
  }

  private static Disposal disposal(int method) {
    return switch (method) {
      case 2 -> Disposal.CLEAR;
      case 3 -> Disposal.RESTORE;
      default -> Disposal.KEEP;
    };
  }

  /** A GIF whose screen is the frame. */
  private byte[] alone(@Nullable Integer control, int image, int end) {
    var out = new ByteArrayOutputStream();
    out.write(in.array(), 0, 6);
    out.write(in.array(), image + 5, 4);
    out.write(in.array(), 10, firstBlock - 10);
    if (control != null) {
      out.write(in.array(), control, 8);
    }
    out.write(IMAGE);
    out.write(new byte[4], 0, 4);
    out.write(in.array(), image + 5, end - image - 5);
    out.write(TRAILER);
    return out.toByteArray();
  }

  private int afterSubBlocks(int from) {
    int next = from;
    while (in.get(next) != 0) {
      next += 1 + (in.get(next) & 0xFF);
    }
    return next + 1;
  }

  private int u16(int index) {
    return in.getShort(index) & 0xFFFF;
  }

  private static int colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
