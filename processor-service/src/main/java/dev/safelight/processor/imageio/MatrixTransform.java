package dev.safelight.processor.imageio;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileRGB;

/**
 * Converts colours of which each channel adds its own light, as those of cameras and screens do:
 * what one sample adds to linear sRGB is looked up, which is much faster than the JDK's way.
 */
final class MatrixTransform implements ColorTransform {

  private static final int CHANNELS = 3;
  private static final int LEVELS = 256;
  private static final int ENCODED = 1 << 14;

  /** Grids of colours may differ by so much from sRGB and still be taken for it. */
  private static final int SAME = 1;

  private static final byte[] GAMMA = gamma();

  private final float[][] light = new float[CHANNELS][LEVELS * CHANNELS];

  private MatrixTransform(ICC_ProfileRGB profile) {
    var space = new ICC_ColorSpace(profile);
    double[][] toSrgb = inverse(srgb().getMatrix());
    for (int channel = 0; channel < CHANNELS; channel++) {
      var sample = new float[CHANNELS];
      for (int level = 0; level < LEVELS; level++) {
        sample[channel] = level / 255f;
        float[] xyz = space.toCIEXYZ(sample);
        for (int to = 0; to < CHANNELS; to++) {
          double linear = toSrgb[to][0] * xyz[0] + toSrgb[to][1] * xyz[1] + toSrgb[to][2] * xyz[2];
          light[channel][CHANNELS * level + to] = (float) (linear * (ENCODED - 1));
        }
      }
    }
  }

  /** Whether a profile is nothing but three curves and a matrix. */
  static boolean describes(ICC_Profile profile) {
    return profile instanceof ICC_ProfileRGB
        && profile.getData(ICC_Profile.icSigAToB0Tag) == null
        && profile.getPCSType() == ColorSpace.TYPE_XYZ;
  }

  /** The transform; {@link ColorTransform#NONE} if the colours are sRGB already. */
  static ColorTransform of(ICC_Profile profile) {
    var transform = new MatrixTransform((ICC_ProfileRGB) profile);
    return transform.changesNothing() ? ColorTransform.NONE : transform;
  }

  @Override
  public byte[] apply(byte[] samples) {
    var rgb = new byte[samples.length];
    for (int i = 0; i < rgb.length; i += CHANNELS) {
      int red = CHANNELS * (samples[i] & 0xFF);
      int green = CHANNELS * (samples[i + 1] & 0xFF);
      int blue = CHANNELS * (samples[i + 2] & 0xFF);
      for (int to = 0; to < CHANNELS; to++) {
        float sum = light[0][red + to] + light[1][green + to] + light[2][blue + to];
        rgb[i + to] = GAMMA[Math.max(0, Math.min(ENCODED - 1, (int) (sum + 0.5f)))];
      }
    }
    return rgb;
  }

  private boolean changesNothing() {
    var grid = grid();
    var converted = apply(grid);
    for (int i = 0; i < grid.length; i++) {
      if (Math.abs((grid[i] & 0xFF) - (converted[i] & 0xFF)) > SAME) {
        return false;
      }
    }
    return true;
  }

  /** Six levels of each channel with each of the others. */
  private static byte[] grid() {
    var grid = new byte[6 * 6 * 6 * CHANNELS];
    for (int i = 0; i < grid.length / CHANNELS; i++) {
      grid[CHANNELS * i] = (byte) (i / 36 * 51);
      grid[CHANNELS * i + 1] = (byte) (i / 6 % 6 * 51);
      grid[CHANNELS * i + 2] = (byte) (i % 6 * 51);
    }
    return grid;
  }

  private static ICC_ProfileRGB srgb() {
    return (ICC_ProfileRGB) ICC_Profile.getInstance(ColorSpace.CS_sRGB);
  }

  /** IEC 61966-2-1: from linear light to bytes. */
  private static byte[] gamma() {
    var gamma = new byte[ENCODED];
    for (int i = 0; i < ENCODED; i++) {
      double linear = i / (ENCODED - 1.0);
      double encoded =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
      gamma[i] = (byte) Math.round(255 * encoded);
    }
    return gamma;
  }

  /** By the cofactors; the indices wrap around. */
  private static double[][] inverse(float[][] m) {
    var cofactors = new double[CHANNELS][CHANNELS];
    for (int row = 0; row < CHANNELS; row++) {
      for (int column = 0; column < CHANNELS; column++) {
        int r1 = (row + 1) % CHANNELS;
        int r2 = (row + 2) % CHANNELS;
        int c1 = (column + 1) % CHANNELS;
        int c2 = (column + 2) % CHANNELS;
        cofactors[column][row] = (double) m[r1][c1] * m[r2][c2] - (double) m[r1][c2] * m[r2][c1];
      }
    }
    double determinant = 0;
    for (int i = 0; i < CHANNELS; i++) {
      determinant += m[0][i] * cofactors[i][0];
    }
    for (var row : cofactors) {
      for (int i = 0; i < CHANNELS; i++) {
        row[i] /= determinant;
      }
    }
    return cofactors;
  }
}
