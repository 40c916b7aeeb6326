package dev.safelight.e2e.pictures;

import java.io.ByteArrayOutputStream;

/** The segments in front of a JPEG's picture (ITU-T T.81, annex B). */
public final class Segments {

  /** A comment. */
  public static final int COMMENT = 0xFE;

  /** Exif and XMP. */
  static final int APP1 = 0xE1;

  /** ICC profiles. */
  static final int APP2 = 0xE2;

  /** Photoshop's resources, IPTC among them. */
  static final int APP13 = 0xED;

  /** What Adobe says about the colours. */
  static final int APP14 = 0xEE;

  private static final int SOI_BYTES = 2;

  private Segments() {}

  /** Puts a segment in front of all others. */
  public static byte[] with(byte[] jpeg, int marker, byte[] data) {
    int length = data.length + 2;
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, SOI_BYTES);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(data);
    out.write(jpeg, SOI_BYTES, jpeg.length - SOI_BYTES);
    return out.toByteArray();
  }
}
