package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Finds Exif (CIPA DC-008), and reads the one thing that decides how a picture looks. */
public final class Exif {

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private Exif() {}

  /** How the picture has to be turned; as it is where the file does not say so clearly. */
  static Orientation orientation(byte[] content, ImageType type) {
    try {
      return block(content, type).map(Exif::orientation).orElse(Orientation.UPRIGHT);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // Broken Exif is common, and no reason to refuse a picture that is fine.
      return Orientation.UPRIGHT;
    }
  }

  /**
   * The block of Exif in an image, which is a TIFF of its own.
   *
   * @throws IndexOutOfBoundsException or {@link IllegalArgumentException} if the file is broken
   */
  public static Optional<ByteBuffer> block(byte[] content, ImageType type) {
    return switch (type) {
      case JPEG -> Chunks.jpegSegment(content, 0xE1, "Exif\0\0");
      case PNG -> Chunks.png(content, "eXIf");
      case WEBP -> Chunks.webp(content, "EXIF").map(Exif::withoutJpegPrefix);
      case TIFF -> Optional.of(ByteBuffer.wrap(content));
      case GIF, BMP -> Optional.empty();
    };
  }

  /** Some writers of WebP keep the prefix that only JPEG has. */
  private static ByteBuffer withoutJpegPrefix(ByteBuffer block) {
    return block.get(0) == 'E' ? block.slice(6, block.limit() - 6) : block;
  }

  private static Orientation orientation(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (tiff.getShort(entry) == ORIENTATION) {
        boolean isShort = tiff.getShort(entry + 2) == SHORT;
        return Orientation.of(isShort ? tiff.getShort(entry + 8) : tiff.getInt(entry + 8));
      }
    }
    return Orientation.UPRIGHT;
  }
}
