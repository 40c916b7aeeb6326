package dev.safelight.processor.jpeg;

import org.jspecify.annotations.Nullable;

/** One of the colours of a picture: its blocks of coefficients and the samples made of them. */
final class Component {

  static final int EDGE = 8;
  static final int BLOCK = EDGE * EDGE;

  final Declared declared;

  /** Blocks that hold pixels; there are more, to fill whole units. */
  final Extent blocks;

  /** Blocks side by side in memory. */
  final int stride;

  /** Width and height of a decoded block: 1, 2, 4 or 8. */
  final int size;

  final byte[] samples;
  final int sampleStride;

  /** The last DC coefficient, from which the next one differs by what is in the file. */
  int prediction;

  /** The codes of the scan that is being read. */
  HuffmanTable dc = HuffmanTable.NONE;

  HuffmanTable ac = HuffmanTable.NONE;

  /** Whether the coefficients of all blocks are kept, and not only those of one. */
  final boolean buffered;

  final short[] coefficients;
  private int @Nullable [] factors;

  Component(Declared declared, Extent blocks, Extent padded, int size, boolean buffered) {
    this.declared = declared;
    this.blocks = blocks;
    this.stride = padded.width();
    this.size = size;
    this.sampleStride = Math.multiplyExact(stride, size);
    this.samples = new byte[Math.multiplyExact(sampleStride, padded.height() * size)];
    int all = Math.multiplyExact(padded.width(), padded.height());
    this.buffered = buffered;
    this.coefficients = new short[buffered ? Math.multiplyExact(BLOCK, all) : BLOCK];
  }

  /** Remembers by what coefficients are to be multiplied; the first scan decides. */
  void quantizeBy(int[] table) {
    factors = factors == null ? table : factors;
  }

  /**
   * By what coefficients are to be multiplied.
   *
   * @throws JpegException if no scan held this component
   */
  int[] factors() {
    if (factors == null) {
      throw JpegException.cutOff();
    }
    return factors;
  }

  /** Where the samples of a block begin. */
  int place(int block) {
    return block / stride * size * sampleStride + block % stride * size;
  }

  /** Makes samples of coefficients that were kept. */
  void transform() {
    int[] table = factors();
    if (buffered) {
      var transform = new InverseDct();
      for (int block = 0; block < coefficients.length / BLOCK; block++) {
        transform.apply(coefficients, block * BLOCK, table, this, place(block));
      }
    }
  }

  /** What the frame header says of a component. */
  record Declared(int id, int across, int down, int quantization) {}

  /** Width and height of anything. */
  record Extent(int width, int height) {}
}
