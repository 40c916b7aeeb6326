package dev.safelight.processor.jpeg;

/** Blocks that are told scan by scan, some coefficients and bits each time (T.81, annex G). */
final class ProgressiveBlocks implements BlockReader {

  private final BitReader in;
  private final int first;
  private final int last;
  private final boolean refines;
  private final int shift;

  /** How many blocks to come have nothing more in this scan. */
  private int empty;

  /**
   * Blocks of one scan.
   *
   * @param first the first coefficient of each block that it tells of
   * @param last the last one
   * @param refines whether it adds one bit to what earlier scans told
   * @param shift how many bits are left to later scans
   */
  ProgressiveBlocks(BitReader in, int first, int last, boolean refines, int shift) {
    this.in = in;
    this.first = first;
    this.last = last;
    this.refines = refines;
    this.shift = shift;
  }

  @Override
  public void restart() {
    empty = 0;
  }

  @Override
  public void read(Component component, int block) {
    int at = block * Component.BLOCK;
    in.fill();
    if (first == 0) {
      readMean(component, at);
    } else if (refines) {
      refine(component, at);
    } else {
      readRest(component, at);
    }
  }

  private void readMean(Component component, int at) {
    if (refines) {
      component.coefficients[at] |= (short) (in.read(1) << shift);
      return;
    }
    int length = component.dc.decode(in);
    if (length > 0) {
      component.prediction += in.readSigned(Math.min(length, 16));
    }
    component.coefficients[at] = (short) (component.prediction << shift);
  }

  private void readRest(Component component, int at) {
    if (empty > 0) {
      empty--;
      return;
    }
    for (int k = first; k <= last; k++) {
      in.fill();
      int symbol = component.ac.decode(in);
      int zeros = symbol >> 4;
      int length = symbol & 15;
      if (length == 0 && zeros < 15) {
        empty = (1 << zeros) - 1 + (zeros > 0 ? in.read(zeros) : 0);
        return;
      }
      k += zeros;
      if (length > 0) {
        require(k);
        component.coefficients[at + Zigzag.place(k)] = (short) (in.readSigned(length) << shift);
      }
    }
  }

  private void refine(Component component, int at) {
    int k = first;
    while (empty == 0 && k <= last) {
      in.fill();
      int symbol = component.ac.decode(in);
      int zeros = symbol >> 4;
      int bits = symbol & 15;
      if (bits == 0 && zeros < 15) {
        empty = (1 << zeros) + (zeros > 0 ? in.read(zeros) : 0);
        break;
      }
      int added = bits == 0 ? 0 : in.read(1) == 1 ? 1 << shift : -1 << shift;
      k = skip(component.coefficients, at, k, zeros);
      if (added != 0) {
        require(k);
        component.coefficients[at + Zigzag.place(k)] = (short) added;
      }
      k++;
    }
    if (empty > 0) {
      skip(component.coefficients, at, k, Component.BLOCK);
      empty--;
    }
  }

  /** Goes to the place behind so many zeros, and adds a bit to whatever else is on the way. */
  private int skip(short[] coefficients, int at, int from, int zeros) {
    int left = zeros;
    int bit = 1 << shift;
    int k = from;
    for (; k <= last; k++) {
      int index = at + Zigzag.place(k);
      if (coefficients[index] == 0) {
        if (left-- == 0) {
          break;
        }
      } else {
        in.fill();
        if (in.read(1) == 1 && (coefficients[index] & bit) == 0) {
          coefficients[index] += (short) (coefficients[index] > 0 ? bit : -bit);
        }
      }
    }
    return k;
  }

  private void require(int k) {
    if (k > last) {
      throw JpegException.damaged("A block has too many coefficients");
    }
  }
}
