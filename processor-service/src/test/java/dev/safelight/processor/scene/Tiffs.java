package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Uncompressed files of TIFF 6.0. */
public final class Tiffs {

  private static final int GRAY = 1;
  private static final int RGB = 2;
  private static final int INKS = 5;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;

  private final Map<Integer, byte[]> values = new TreeMap<>();
  private final Map<Integer, Integer> types = new TreeMap<>();
  private final byte[] pixels;

  private Tiffs(BufferedImage picture, int photometric, int samples, int bits, byte[] pixels) {
    this.pixels = pixels;
    shorts(256, picture.getWidth());
    shorts(257, picture.getHeight());
    var eachBits = new int[samples];
    Arrays.fill(eachBits, bits);
    shorts(258, eachBits);
    shorts(259, 1);
    shorts(262, photometric);
    shorts(277, samples);
    shorts(278, picture.getHeight());
    longs(279, pixels.length);
  }

  /** Three samples of 8 bits. */
  public static Tiffs rgb(BufferedImage picture) {
    return new Tiffs(picture, RGB, 3, 8, samples(picture, "RGB", 8));
  }

  /** Three samples of 16 bits. */
  public static Tiffs deep(BufferedImage picture) {
    return new Tiffs(picture, RGB, 3, 16, samples(picture, "RGB", 16));
  }

  /** Three samples and unassociated alpha. */
  public static Tiffs transparent(BufferedImage picture) {
    return new Tiffs(picture, RGB, 4, 8, samples(picture, "RGBA", 8)).shorts(338, 2);
  }

  /** Three samples, and a fourth of which nobody says what it means; it is zero everywhere. */
  public static Tiffs unexplained(BufferedImage picture) {
    return new Tiffs(picture, RGB, 4, 8, samples(picture, "RGB0", 8)).shorts(338, 0);
  }

  /** One sample: the green one. */
  public static Tiffs gray(BufferedImage picture) {
    return new Tiffs(picture, GRAY, 1, 8, samples(picture, "G", 8));
  }

  /** Cyan, magenta, yellow, and no black. */
  public static Tiffs inks(BufferedImage picture) {
    return new Tiffs(picture, INKS, 4, 8, samples(picture, "cmy0", 8));
  }

  /** With an Exif orientation, and an artist. */
  public Tiffs oriented(int orientation) {
    values.put(315, Bytes.of(Secrets.MARK).u8(0).done());
    types.put(315, 2);
    return shorts(274, orientation);
  }

  /** With an ICC profile. */
  public Tiffs profiled(byte[] profile) {
    values.put(34675, profile);
    types.put(34675, UNDEFINED);
    return this;
  }

  private Tiffs shorts(int tag, int... value) {
    values.put(tag, new Bytes().u16le(value).done());
    types.put(tag, SHORT);
    return this;
  }

  private void longs(int tag, int value) {
    values.put(tag, new Bytes().u32le(value).done());
    types.put(tag, LONG);
  }

  /** The file: header, pixels, directory, long values. */
  public byte[] done() {
    longs(273, 8);
    int padded = pixels.length + (pixels.length & 1);
    int directory = 8 + padded;
    int after = directory + 2 + values.size() * 12 + 4;
    var file = Bytes.of("II").u16le(42).u32le(directory).raw(pixels).zeros(pixels.length & 1);
    file.u16le(values.size());
    var rest = new Bytes();
    values.forEach(
        (tag, value) -> {
          file.u16le(tag, type(tag)).u32le(value.length / sizeOf(type(tag)));
          if (value.length <= 4) {
            file.raw(value).zeros(4 - value.length);
          } else {
            file.u32le(after + rest.size());
            rest.raw(value).zeros(value.length & 1);
          }
        });
    return file.u32le(0).raw(rest.done()).done();
  }

  private int type(int tag) {
    return types.getOrDefault(tag, SHORT);
  }

  private static int sizeOf(int type) {
    return type == SHORT ? 2 : type == LONG ? 4 : 1;
  }

  private static byte[] samples(BufferedImage picture, String order, int bits) {
    var samples = new Bytes();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        for (int i = 0; i < order.length(); i++) {
          int value = channel(picture.getRGB(x, y), order.charAt(i));
          samples.u8(value);
          if (bits == 16) {
            samples.u8(value);
          }
        }
      }
    }
    return samples.done();
  }

  private static int channel(int color, char channel) {
    return switch (channel) {
      case 'R' -> color >> 16 & 0xFF;
      case 'G' -> color >> 8 & 0xFF;
      case 'B' -> color & 0xFF;
      case 'A' -> color >>> 24;
      case 'c' -> 255 - (color >> 16 & 0xFF);
      case 'm' -> 255 - (color >> 8 & 0xFF);
      case 'y' -> 255 - (color & 0xFF);
      default -> 0;
    };
  }
}
