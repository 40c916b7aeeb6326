package dev.safelight.e2e.pictures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import javax.imageio.IIOImage;

/** Files whose numbers are not the colours of the screen. */
public final class Print {

  private Print() {}

  /** A JPEG of inks, which Adobe stores inverted; there is no black in it. */
  public static byte[] cmyk(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = picture.getRGB(x, y);
        inks.setPixel(x, y, new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, 255});
      }
    }
    var adobe = new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    return Segments.with(
        Files.write("jpeg", new IIOImage(inks, null, null)), Segments.APP14, adobe);
  }

  /** A JPEG of linear light, with the profile that says so: unread, it would look much too dark. */
  public static byte[] linear(BufferedImage picture) {
    var light = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        light.setRGB(x, y, linear(rgb >> 16) << 16 | linear(rgb >> 8) << 8 | linear(rgb));
      }
    }
    var segment = new ByteArrayOutputStream();
    segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(US_ASCII));
    segment.writeBytes(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    return Segments.with(Files.write("jpeg", light), Segments.APP2, segment.toByteArray());
  }

  /** IEC 61966-2-1. */
  private static int linear(int sample) {
    double v = (sample & 0xFF) / 255.0;
    double light = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    return (int) Math.round(light * 255);
  }
}
