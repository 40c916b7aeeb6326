package dev.safelight.processor.process;

/**
 * Walks over the scans of a JPEG (ITU-T T.81, annex B) without decoding them: there must be an end,
 * and not so many scans that decoding each over all pixels would take for ever.
 */
public final class JpegScans {

  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;

  /** Progressive files have about ten. */
  private static final int MAX_SCANS = 100;

  private final byte[] jpeg;
  private int at = 2;

  private JpegScans(byte[] jpeg) {
    this.jpeg = jpeg;
  }

  /**
   * Refuses a JPEG that has no end or that never ends.
   *
   * @throws BadImageException if it does
   */
  public static void requireWhole(byte[] jpeg) {
    if (new JpegScans(jpeg).count() > MAX_SCANS) {
      throw BadImageException.unreadable("The JPEG consists of too many layers to be decoded");
    }
  }

  private int count() {
    int scans = 0;
    for (int marker = next(); marker != END_OF_IMAGE; marker = next()) {
      if (marker == START_OF_SCAN) {
        scans++;
      }
      if (hasLength(marker)) {
        at += Math.max(2, u8(at) << 8 | u8(at + 1));
      }
    }
    return scans;
  }

  /** The next marker; whatever is before it, pixels for instance, is skipped. */
  private int next() {
    while (true) {
      if (u8(at++) == 0xFF) {
        int code = u8(at);
        if (code != 0 && code != 0xFF) {
          at++;
          return code;
        }
      }
    }
  }

  /** TEM, RSTn and SOI stand alone. */
  private static boolean hasLength(int marker) {
    return marker != 0x01 && (marker < 0xD0 || marker > 0xD8);
  }

  private int u8(int index) {
    if (index >= jpeg.length) {
      throw BadImageException.unreadable("The image is cut off: the JPEG has no end");
    }
    return jpeg[index] & 0xFF;
  }
}
