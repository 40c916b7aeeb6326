package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageType;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds Exif (CIPA DC-008), and reads the one thing that decides how a picture looks. */
public final class Exif {

  private static final int ORIENTATION = 0x0112;

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
    return Orientation.of(TiffDirectory.value(tiff, ORIENTATION).orElse(0));
  }
}
