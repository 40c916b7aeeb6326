package dev.safelight.processor.jpeg;

/**
 * Gives a component as many samples as the picture has pixels, row by row. Where there is one for
 * two pixels, the nearest one counts for three quarters and the second nearest for one.
 */
final class Upsampler {

  private final Component component;
  private final int width;
  private final int across;
  private final int down;
  private final int columns;
  private final int rows;
  private final int[] blended;
  private final byte[] row;

  Upsampler(Component component, Frame frame) {
    this.component = component;
    this.width = frame.size().width();
    int blockWidth = component.declared.across() * component.size;
    int blockHeight = component.declared.down() * component.size;
    int fullWidth = frame.components().stream().mapToInt(Upsampler::unitWidth).max().orElseThrow();
    int fullHeight =
        frame.components().stream().mapToInt(Upsampler::unitHeight).max().orElseThrow();
    this.across = Math.max(1, fullWidth / blockWidth);
    this.down = Math.max(1, fullHeight / blockHeight);
    this.columns = Math.ceilDiv(width, across);
    this.rows = Math.ceilDiv(frame.size().height(), down);
    this.blended = new int[columns + 2];
    this.row = new byte[2 * columns + width];
  }

  private static int unitWidth(Component component) {
    return component.declared.across() * component.size;
  }

  private static int unitHeight(Component component) {
    return component.declared.down() * component.size;
  }

  /** Samples of which those of row {@code y} begin at {@link #offset}. */
  byte[] samples(int y) {
    if (across == 1 && down == 1) {
      return component.samples;
    }
    if (across <= 2 && down <= 2) {
      blend(y);
      if (across == 2) {
        widen();
      } else {
        for (int x = 0; x < columns; x++) {
          row[x] = (byte) ((blended[x + 1] + 2) >> 2);
        }
      }
    } else {
      repeat(y);
    }
    return row;
  }

  int offset(int y) {
    return across == 1 && down == 1 ? y * component.sampleStride : 0;
  }

  /** Four times the samples of two neighbouring rows, the nearer one three times as heavy. */
  private void blend(int y) {
    int near = y / down;
    int far = down == 1 ? near : Math.clamp(near + (y % 2 == 0 ? -1 : 1), 0, rows - 1);
    int nearRow = near * component.sampleStride;
    int farRow = far * component.sampleStride;
    byte[] samples = component.samples;
    for (int x = 0; x < columns; x++) {
      blended[x + 1] = 3 * (samples[nearRow + x] & 0xFF) + (samples[farRow + x] & 0xFF);
    }
    blended[0] = blended[1];
    blended[columns + 1] = blended[columns];
  }

  private void widen() {
    for (int x = 0; x < columns; x++) {
      int near = 3 * blended[x + 1];
      row[2 * x] = (byte) ((near + blended[x] + 8) >> 4);
      row[2 * x + 1] = (byte) ((near + blended[x + 2] + 7) >> 4);
    }
  }

  private void repeat(int y) {
    int from = y / down * component.sampleStride;
    for (int x = 0; x < width; x++) {
      row[x] = component.samples[from + x / across];
    }
  }
}
