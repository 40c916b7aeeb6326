package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.LinkedHashMap;

/** Files of GIF. */
public final class Gifs {

  /** Index of the colour that stands for nothing. */
  static final int HOLE = 255;

  private static final int INTERLACED = 0x40;

  private Gifs() {}

  /**
   * The block of one frame, with a palette of its own, in as many colours as the picture has, which
   * must be fewer than 255.
   */
  static byte[] block(BufferedImage picture, int left, int top) {
    var block = new Bytes().u8(0x2C).u16le(left, top, picture.getWidth(), picture.getHeight());
    var indexed = indexed(picture);
    var palette = (IndexColorModel) indexed.getColorModel();
    var file = Files.write("gif", indexed);
    block.u8(0x87 | (file[image(file) + 9] & INTERLACED));
    for (int i = 0; i < 256; i++) {
      block.u8(palette.getRed(i), palette.getGreen(i), palette.getBlue(i));
    }
    return block.raw(compressed(file)).done();
  }

  /** The compressed indices as the JDK writes them, length codes included. */
  private static byte[] compressed(byte[] file) {
    int image = image(file);
    int table = (file[image + 9] & 0x80) == 0 ? 0 : 3 << ((file[image + 9] & 7) + 1);
    return Arrays.copyOfRange(file, image + 10 + table, file.length - 1);
  }

  private static BufferedImage indexed(BufferedImage picture) {
    var indices = new LinkedHashMap<Integer, Integer>();
    var colors = new int[256];
    var pixels = new int[picture.getWidth() * picture.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      int color = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
      pixels[i] = color >>> 24 == 0 ? HOLE : indices.computeIfAbsent(color, c -> indices.size());
    }
    indices.forEach((color, index) -> colors[index] = color);
    var palette = new IndexColorModel(8, 256, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    var indexed =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
    indexed.getRaster().setPixels(0, 0, picture.getWidth(), picture.getHeight(), pixels);
    return indexed;
  }

  /** One frame somewhere on a larger logical screen. */
  public static byte[] placed(int width, int height, BufferedImage frame, int left, int top) {
    var file = Files.write("gif", frame);
    int image = image(file);
    put(file, 6, width);
    put(file, 8, height);
    put(file, image + 1, left);
    put(file, image + 3, top);
    return file;
  }

  private static int image(byte[] file) {
    int image = 13 + (3 << ((file[10] & 7) + 1));
    while (file[image] != 0x2C) {
      image += 2;
      while (file[image] != 0) {
        image += 1 + (file[image] & 0xFF);
      }
      image++;
    }
    return image;
  }

  private static void put(byte[] file, int at, int value) {
    file[at] = (byte) value;
    file[at + 1] = (byte) (value >> 8);
  }
}
