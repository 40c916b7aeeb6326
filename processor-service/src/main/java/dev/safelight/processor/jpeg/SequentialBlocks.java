package dev.safelight.processor.jpeg;

import java.util.Arrays;

/** Blocks of which all coefficients are told at once (T.81, F.2). */
final class SequentialBlocks implements BlockReader {

  private final BitReader in;
  private final InverseDct transform = new InverseDct();

  SequentialBlocks(BitReader in) {
    this.in = in;
  }

  @Override
  public void restart() {}

  @Override
  public void read(Component component, int block) {
    short[] coefficients = component.coefficients;
    if (component.buffered) {
      read(component, coefficients, block * Component.BLOCK);
      return;
    }
    Arrays.fill(coefficients, (short) 0);
    read(component, coefficients, 0);
    transform.apply(coefficients, 0, component.factors(), component, component.place(block));
  }

  private void read(Component component, short[] coefficients, int at) {
    in.fill();
    int length = component.dc.decode(in);
    if (length > 0) {
      component.prediction += in.readSigned(Math.min(length, 16));
    }
    coefficients[at] = (short) component.prediction;
    var ac = component.ac;
    for (int k = 1; k < Component.BLOCK; k++) {
      in.fill();
      int symbol = ac.decode(in);
      int bits = symbol & 15;
      k += symbol >> 4;
      if (bits == 0) {
        if (symbol != 0xF0) {
          return;
        }
      } else if (k < Component.BLOCK) {
        coefficients[at + Zigzag.place(k)] = (short) in.readSigned(bits);
      } else {
        throw JpegException.damaged("A block has too many coefficients");
      }
    }
  }
}
