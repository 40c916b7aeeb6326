package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Headers that promise what does not follow. */
final class Liars {

  private static final int SHORT = 3;
  private static final int LONG = 4;

  private Liars() {}

  static BufferedImage photo() {
    return Photo.draw(300, 200);
  }

  static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  /** Each strip has a place and a length, eight bytes for each of two milliards. */
  static byte[] strips() {
    return tiff(
        100, 100, entry(273, LONG, Integer.MAX_VALUE, 8), entry(279, LONG, Integer.MAX_VALUE, 8));
  }

  static byte[] strip() {
    return tiff(100, 100, entry(273, LONG, 1, Integer.MAX_VALUE), entry(279, LONG, 1, 10_000));
  }

  static byte[] tiles() {
    return tiff(100, 100, entry(322, LONG, 1, 1 << 30), entry(323, LONG, 1, 1 << 30));
  }

  private static byte[] tiff(int width, int height, byte[]... more) {
    var file = Bytes.of("II").u16le(42).u32le(8).u16le(6 + more.length);
    file.raw(entry(256, SHORT, 1, width)).raw(entry(257, SHORT, 1, height));
    file.raw(entry(258, SHORT, 1, 8)).raw(entry(259, SHORT, 1, 1)).raw(entry(262, SHORT, 1, 1));
    for (var each : more) {
      file.raw(each);
    }
    return file.raw(entry(278, LONG, 1, 1)).u32le(0).zeros(1_000).done();
  }

  static byte[] entry(int tag, int type, int count, int value) {
    return new Bytes().u16le(tag, type).u32le(count, value).done();
  }

  static byte[] farFrame() {
    var frame = Scene.COLORED.draw(10, 10);
    return Gifs.placed(10, 10, frame, 65_000, 65_000);
  }

  static byte[] canvas() {
    var file = Webps.photo(photo(), 1);
    System.arraycopy(new Bytes().u24le(9_999, 9_999).done(), 0, file, 24, 6);
    return file;
  }

  static byte[] largestCanvas() {
    return Webps.animation(1 << 24, 1 << 24, Scene.COLORED.draw(10, 10), 0, 0);
  }

  /** Eight bits a pixel, and hardly any pixels. */
  static byte[] bmp(int width, int height, int compression) {
    var file = Bytes.of("BM").u32le(0, 0, 54 + 1024).u32le(40, width, height).u16le(1, 8);
    return file.u32le(compression, 0, 0, 0, 256, 0).zeros(1024).zeros(20).done();
  }
}
