package dev.safelight.processor.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import javax.imageio.IIOImage;

/** Files of JPEG. */
public final class Jpegs {

  private static final int CMYK = 0;
  private static final int YCCK = 2;

  private Jpegs() {}

  /** A photo as a camera gives it, with all that it tells about the photographer. */
  public static byte[] photo(BufferedImage picture, int orientation) {
    var file = plain(picture);
    file = with(file, 0xFE, Secrets.MARK.getBytes(US_ASCII));
    file = with(file, 0xED, Secrets.iptc());
    file = with(file, 0xE1, Bytes.of("http://ns.adobe.com/xap/1.0/\0").text(Secrets.xmp()).done());
    return with(file, 0xE1, Bytes.of("Exif\0\0").raw(Secrets.exif(orientation)).done());
  }

  /** Nothing but the picture: YCbCr, or grey if the picture is. */
  public static byte[] plain(BufferedImage picture) {
    return Files.write("jpeg", new IIOImage(picture, null, null));
  }

  /** The same picture in layers, coarse to fine. */
  public static byte[] progressive(BufferedImage picture) {
    return Files.progressiveJpeg(picture);
  }

  /** The samples of the picture mean what this profile says. */
  public static byte[] profiled(BufferedImage picture, byte[] profile) {
    return with(plain(picture), 0xE2, iccSegment(profile));
  }

  /** Inks as Adobe stores them: inverted. */
  public static byte[] cmyk(BufferedImage picture) {
    return with(inks(picture, false), 0xEE, adobe(CMYK));
  }

  /** The same, with the inks' complement stored as luminance and chrominance. */
  public static byte[] ycck(BufferedImage picture) {
    return with(inks(picture, true), 0xEE, adobe(YCCK));
  }

  /** Inks described by a profile. */
  public static byte[] cmyk(BufferedImage picture, byte[] profile) {
    return with(cmyk(picture), 0xE2, iccSegment(profile));
  }

  private static byte[] iccSegment(byte[] profile) {
    return Bytes.of("ICC_PROFILE\0").u8(1, 1).raw(profile).done();
  }

  private static byte[] adobe(int transform) {
    return Bytes.of("Adobe").u16be(100, 0, 0).u8(transform).done();
  }

  /** Puts a segment in front of all others. */
  public static byte[] with(byte[] file, int marker, byte[] data) {
    return new Bytes()
        .u8(0xFF, 0xD8, 0xFF, marker)
        .u16be(data.length + 2)
        .raw(data)
        .raw(Arrays.copyOfRange(file, 2, file.length))
        .done();
  }

  private static byte[] inks(BufferedImage picture, boolean luminance) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        // No black at all: then inverted inks are just red, green and blue.
        int[] rgb = rgb(picture.getRGB(x, y));
        int[] colors = luminance ? ycc(complement(rgb)) : rgb;
        raster.setPixel(x, y, new int[] {colors[0], colors[1], colors[2], 255});
      }
    }
    return Files.write("jpeg", new IIOImage(raster, null, null));
  }

  private static int[] rgb(int color) {
    return new int[] {color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF};
  }

  private static int[] complement(int[] rgb) {
    return new int[] {255 - rgb[0], 255 - rgb[1], 255 - rgb[2]};
  }

  /** ITU-T T.871. */
  private static int[] ycc(int[] rgb) {
    double y = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
    double cb = 128 + (rgb[2] - y) / 1.772;
    double cr = 128 + (rgb[0] - y) / 1.402;
    return new int[] {(int) Math.round(y), (int) Math.round(cb), (int) Math.round(cr)};
  }
}
