package dev.safelight.processor.imageio;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns rows of 8-bit samples into 8-bit sRGB, three samples a pixel. */
@FunctionalInterface
interface ColorTransform {

  /** The samples are sRGB already. */
  ColorTransform NONE = samples -> samples;

  /** The samples are grey, as dark as sRGB of three times the same value. */
  ColorTransform GRAY = ColorTransform::threefold;

  /** The samples are inks that nobody has described: cyan, magenta, yellow, black. */
  ColorTransform INKS = ColorTransform::light;

  /** Returns the converted row; {@code samples} has the colours of whole pixels one by one. */
  byte[] apply(byte[] samples);

  /**
   * What samples mean.
   *
   * @param profile what they are said to mean; ignored if it is for another number of colours
   * @param colors number of samples of a pixel: 1, 3 or 4
   */
  static ColorTransform of(@Nullable ICC_Profile profile, int colors) {
    return Optional.ofNullable(profile)
        .filter(described -> described.getNumComponents() == colors)
        .flatMap(ColorTransform::described)
        .orElseGet(() -> undescribed(colors));
  }

  private static ColorTransform undescribed(int colors) {
    return switch (colors) {
      case 1 -> GRAY;
      case 4 -> INKS;
      default -> NONE;
    };
  }

  private static byte[] threefold(byte[] samples) {
    var rgb = new byte[samples.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = samples[i / 3];
    }
    return rgb;
  }

  private static byte[] light(byte[] samples) {
    var rgb = new byte[samples.length / 4 * 3];
    for (int i = 0; i < rgb.length; i++) {
      int ink = 255 - (samples[i / 3 * 4 + i % 3] & 0xFF);
      int black = 255 - (samples[i / 3 * 4 + 3] & 0xFF);
      rgb[i] = (byte) ((ink * black + 127) / 255);
    }
    return rgb;
  }

  /** The samples mean what an ICC profile says; empty if it is none that can be used. */
  private static Optional<ColorTransform> described(ICC_Profile profile) {
    try {
      if (MatrixTransform.describes(profile)) {
        return Optional.of(MatrixTransform.of(profile));
      }
      var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
      var conversion = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
      int components = new ICC_ColorSpace(profile).getNumComponents();
      ColorTransform transform = samples -> convert(conversion, samples, components);
      transform.apply(new byte[components]);
      return Optional.of(transform);
    } catch (CMMException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] convert(ColorConvertOp conversion, byte[] samples, int components) {
    int pixels = samples.length / components;
    var from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, pixels, 1, components, null);
    var to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, pixels, 1, 3, null);
    from.setDataElements(0, 0, pixels, 1, samples);
    conversion.filter(from, to);
    return (byte[]) to.getDataElements(0, 0, pixels, 1, null);
  }
}
