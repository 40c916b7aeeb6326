package dev.safelight.imageheader;

import java.io.IOException;

/** A TIFF's numbers in the byte order it chose. */
record TiffBytes(HeaderInput in, boolean littleEndian) {

  static final int ENTRY_BYTES = 12;

  int u16(long at) throws IOException {
    return littleEndian ? in.u16le(at) : in.u16be(at);
  }

  long u32(long at) throws IOException {
    return littleEndian ? in.u32le(at) : in.u32be(at);
  }

  /** Place of the page after the one at {@code at}; 0 after the last. */
  long nextPage(long at) throws IOException {
    return u32(at + 2 + (long) u16(at) * ENTRY_BYTES);
  }
}
