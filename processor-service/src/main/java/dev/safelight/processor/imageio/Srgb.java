package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import org.jspecify.annotations.Nullable;

/**
 * Brings every layout and colour space into one: 8-bit sRGB, one integer for each pixel.
 *
 * <p>Java's own conversions are used for sRGB only. They take grey for linear light, and would make
 * every grey picture too bright.
 */
final class Srgb {

  private Srgb() {}

  /**
   * Converts a picture, which may be changed by it.
   *
   * @param profile what the samples mean, where the decoder does not know; null to believe it
   */
  static Picture convert(BufferedImage picture, @Nullable ICC_Profile profile) {
    if (picture.getColorModel() instanceof IndexColorModel palette) {
      return new PaletteRows(picture, palette, transform(palette.getColorSpace(), 3, profile))
          .convert();
    }
    if (profile == null && PlainRows.canConvert(picture)) {
      return PlainRows.convert(picture);
    }
    if (picture.isAlphaPremultiplied()) {
      picture.coerceData(false);
    }
    int colors = picture.getColorModel().getNumColorComponents();
    var space = picture.getColorModel().getColorSpace();
    if (picture.getSampleModel().getTransferType() > DataBuffer.TYPE_USHORT
        || (colors == 2 || colors > 4)) {
      return unusual(picture);
    }
    return new SampleRows(picture, colors, transform(space, colors, profile)).convert();
  }

  private static ColorTransform transform(
      ColorSpace space, int colors, @Nullable ICC_Profile profile) {
    boolean usable = profile != null && profile.getNumComponents() == colors;
    return ColorTransform.of(usable ? profile : ownProfile(space), colors);
  }

  /** The JDK's sRGB needs no conversion, and its grey is the placeholder for no profile at all. */
  private static @Nullable ICC_Profile ownProfile(ColorSpace space) {
    boolean placeholder =
        space.isCS_sRGB() || space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
    return space instanceof ICC_ColorSpace own && !placeholder ? own.getProfile() : null;
  }

  /** Floating point, Lab and the like: slow, but whatever it is, its colour model knows. */
  private static Picture unusual(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var argb = picture.getRGB(0, 0, width, height, null, 0, width);
    return new Picture(width, height, picture.getColorModel().hasAlpha(), argb);
  }
}
