package dev.safelight.processor.jpeg;

import dev.safelight.processor.jpeg.Component.Declared;
import dev.safelight.processor.jpeg.Component.Extent;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture in the making: its components, and how their blocks make up units.
 *
 * @param size pixels as decoded
 * @param units how many units of interleaved blocks there are in each direction
 * @param progressive whether scans refine each other
 * @param across largest number of blocks side by side in a unit
 * @param down largest number of blocks above each other in a unit
 * @param components one for each colour
 */
record Frame(
    Extent size,
    Extent units,
    boolean progressive,
    int across,
    int down,
    List<Component> components) {

  /**
   * Makes room for a picture.
   *
   * @param full width and height in pixels
   * @param edge what becomes of the 8 pixels of a block's edge: 1, 2, 4 or 8
   * @param buffered whether coefficients have to be kept until the end
   */
  static Frame of(
      Extent full, List<Declared> declared, boolean progressive, boolean buffered, int edge) {
    int across = declared.stream().mapToInt(Declared::across).max().orElse(1);
    int down = declared.stream().mapToInt(Declared::down).max().orElse(1);
    var units =
        new Extent(
            Math.ceilDiv(full.width(), Component.EDGE * across),
            Math.ceilDiv(full.height(), Component.EDGE * down));
    var components = new ArrayList<Component>();
    for (var one : declared) {
      var blocks =
          new Extent(
              blocks(full.width(), one.across(), across), blocks(full.height(), one.down(), down));
      var padded = new Extent(units.width() * one.across(), units.height() * one.down());
      int size = blockSize(one, across, down, edge);
      components.add(new Component(one, blocks, padded, size, buffered));
    }
    var size = new Extent(scaled(full.width(), edge), scaled(full.height(), edge));
    return new Frame(size, units, progressive, across, down, List.copyOf(components));
  }

  private static int scaled(int length, int edge) {
    return (int) Math.ceilDiv((long) length * edge, Component.EDGE);
  }

  private static int blocks(int length, int factor, int most) {
    return Math.ceilDiv(Math.ceilDiv(length * factor, most), Component.EDGE);
  }

  /** What has fewer samples in the file is made smaller by less, as far as there are any. */
  private static int blockSize(Declared one, int across, int down, int edge) {
    int ratio = across / one.across();
    boolean square =
        ratio * one.across() == across
            && ratio * one.down() == down
            && Integer.bitCount(ratio) == 1;
    return square ? Math.min(Component.EDGE, edge * ratio) : edge;
  }
}
