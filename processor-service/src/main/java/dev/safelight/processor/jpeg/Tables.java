package dev.safelight.processor.jpeg;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The tables that are in force at some place of a file. */
final class Tables {

  private static final int SLOTS = 4;
  private static final int LENGTHS = 16;

  private final HuffmanTable[] dc = new HuffmanTable[SLOTS];
  private final HuffmanTable[] ac = new HuffmanTable[SLOTS];
  private final int[][] quantization = new int[SLOTS][];

  Tables() {
    Arrays.fill(dc, HuffmanTable.NONE);
    Arrays.fill(ac, HuffmanTable.NONE);
  }

  HuffmanTable dc(int slot) {
    return dc[slot & 3];
  }

  HuffmanTable ac(int slot) {
    return ac[slot & 3];
  }

  /**
   * The factors of coefficients in the order in which they are in a block.
   *
   * @throws JpegException if there are none
   */
  int[] quantization(int slot) {
    int[] factors = quantization[slot & 3];
    if (factors == null) {
      throw JpegException.damaged("A quantization table is missing");
    }
    return factors;
  }

  /** DHT: T.81, B.2.4.2. */
  void readHuffman(ByteBuffer segment) {
    while (segment.hasRemaining()) {
      int kind = segment.get();
      var counts = new int[LENGTHS];
      int all = 0;
      for (int i = 0; i < LENGTHS; i++) {
        counts[i] = segment.get() & 0xFF;
        all += counts[i];
      }
      var symbols = new byte[all];
      segment.get(symbols);
      var tables = (kind & 0x10) == 0 ? dc : ac;
      tables[kind & 3] = new HuffmanTable(counts, symbols);
    }
  }

  /** DQT: T.81, B.2.4.1. */
  void readQuantization(ByteBuffer segment) {
    while (segment.hasRemaining()) {
      int kind = segment.get();
      var factors = new int[Component.BLOCK];
      for (int k = 0; k < Component.BLOCK; k++) {
        boolean wide = (kind & 0xF0) != 0;
        factors[Zigzag.place(k)] = wide ? segment.getShort() & 0xFFFF : segment.get() & 0xFF;
      }
      quantization[kind & 3] = factors;
    }
  }
}
