package dev.safelight.processor.jpeg;

import java.util.List;

/** Walks over the blocks of a scan (T.81, A.2). */
final class Scan {

  private final Frame frame;
  private final List<Component> parts;
  private final BlockReader blocks;
  private final BitReader in;
  private final int restartInterval;
  private int units;

  /**
   * A scan.
   *
   * @param parts the components that it holds
   * @param restartInterval number of units between restart markers; 0 for none
   */
  Scan(Frame frame, List<Component> parts, BlockReader blocks, BitReader in, int restartInterval) {
    this.frame = frame;
    this.parts = parts;
    this.blocks = blocks;
    this.in = in;
    this.restartInterval = restartInterval;
  }

  /**
   * Reads all of it.
   *
   * @throws JpegException if anything is missing or wrong
   */
  void read() {
    parts.forEach(part -> part.prediction = 0);
    if (parts.size() == 1) {
      readAlone(parts.getFirst());
    } else {
      readInterleaved();
    }
  }

  private void readAlone(Component part) {
    for (int y = 0; y < part.blocks.height(); y++) {
      for (int x = 0; x < part.blocks.width(); x++) {
        beginUnit();
        blocks.read(part, y * part.stride + x);
        in.requireNotOverrun();
      }
    }
  }

  private void readInterleaved() {
    for (int y = 0; y < frame.units().height(); y++) {
      for (int x = 0; x < frame.units().width(); x++) {
        beginUnit();
        for (var part : parts) {
          readUnit(part, x * part.declared.across(), y * part.declared.down());
        }
        in.requireNotOverrun();
      }
    }
  }

  private void readUnit(Component part, int left, int top) {
    for (int y = top; y < top + part.declared.down(); y++) {
      for (int x = left; x < left + part.declared.across(); x++) {
        blocks.read(part, y * part.stride + x);
      }
    }
  }

  private void beginUnit() {
    if (restartInterval > 0 && units > 0 && units % restartInterval == 0) {
      in.restart((units / restartInterval - 1) & 7);
      parts.forEach(part -> part.prediction = 0);
      blocks.restart();
    }
    units++;
  }
}
