package dev.safelight.processor.fuzz;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Corrects the checksums of damaged PNG files, so that the damage gets past them. */
final class PngChecksums {

  private static final int SIGNATURE = 8;
  private static final int LENGTH_AND_TYPE = 8;

  private PngChecksums() {}

  /** The same file, with the checksum of every chunk that is whole. */
  static byte[] corrected(byte[] file) {
    var in = ByteBuffer.wrap(file);
    if (file.length < 4 || in.getInt(0) != 0x89504E47) {
      return file;
    }
    int at = SIGNATURE;
    while (at + LENGTH_AND_TYPE + 4 <= file.length) {
      int length = in.getInt(at);
      if (length < 0 || length > file.length - at - LENGTH_AND_TYPE - 4) {
        break;
      }
      var checksum = new CRC32();
      checksum.update(file, at + 4, 4 + length);
      in.putInt(at + LENGTH_AND_TYPE + length, (int) checksum.getValue());
      at += LENGTH_AND_TYPE + length + 4;
    }
    return file;
  }
}
