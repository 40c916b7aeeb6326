package dev.safelight.processor.jpeg;

/** A Huffman code (T.81, annex C). Short codes, which are nearly all, are looked up at once. */
final class HuffmanTable {

  /** A code without any symbol. */
  static final HuffmanTable NONE = new HuffmanTable(new int[16], new byte[0]);

  private static final int MAX_LENGTH = 16;
  private static final int FAST = 10;

  private final byte[] symbols;
  private final int[] fast = new int[1 << FAST];
  private final int[] limits = new int[MAX_LENGTH + 2];
  private final int[] offsets = new int[MAX_LENGTH + 1];

  /**
   * The code of which {@code counts} tells how many codes of each length from 1 to 16 there are.
   *
   * @throws JpegException if there are more than there can be
   */
  HuffmanTable(int[] counts, byte[] symbols) {
    this.symbols = symbols;
    int code = 0;
    int index = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      offsets[length] = index - code;
      if (code + counts[length - 1] > 1 << length) {
        throw JpegException.damaged("A Huffman table has too many codes");
      }
      for (int i = 0; i < counts[length - 1]; i++, code++, index++) {
        remember(code, length, symbols[index] & 0xFF);
      }
      limits[length] = code << (MAX_LENGTH - length);
      code <<= 1;
    }
    limits[MAX_LENGTH + 1] = Integer.MAX_VALUE;
  }

  private void remember(int code, int length, int symbol) {
    if (length <= FAST) {
      int first = code << (FAST - length);
      for (int i = 0; i < 1 << (FAST - length); i++) {
        fast[first + i] = length << 8 | symbol;
      }
    }
  }

  /** The next symbol; the reader must have been filled. */
  int decode(BitReader in) {
    int entry = fast[in.peek(FAST)];
    if (entry != 0) {
      in.skip(entry >> 8);
      return entry & 0xFF;
    }
    int ahead = in.peek(MAX_LENGTH);
    int length = FAST + 1;
    while (ahead >= limits[length]) {
      length++;
    }
    if (length > MAX_LENGTH) {
      throw in.isAtEnd() ? JpegException.cutOff() : JpegException.damaged("No Huffman code");
    }
    in.skip(length);
    return symbols[offsets[length] + (ahead >> (MAX_LENGTH - length))] & 0xFF;
  }
}
