package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;

/** Files of GIF. */
public final class Gifs {

  private Gifs() {}

  /** One frame somewhere on a larger logical screen. */
  public static byte[] placed(int width, int height, BufferedImage frame, int left, int top) {
    var file = Files.write("gif", frame);
    int image = 13 + (3 << ((file[10] & 7) + 1));
    while (file[image] != 0x2C) {
      image += 2;
      while (file[image] != 0) {
        image += 1 + (file[image] & 0xFF);
      }
      image++;
    }
    put(file, 6, width);
    put(file, 8, height);
    put(file, image + 1, left);
    put(file, image + 3, top);
    return file;
  }

  private static void put(byte[] file, int at, int value) {
    file[at] = (byte) value;
    file[at + 1] = (byte) (value >> 8);
  }
}
