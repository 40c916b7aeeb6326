package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.Deflater;

/** A few bytes that would become gigabytes. */
final class Bombs {

  private static final int ADLER = 65_521;

  /** Zeros in one block of {@link #zeros}. */
  private static final int BLOCK = 1 << 20;

  private static final int HUNDRED_MB = 100 << 20;

  private Bombs() {}

  /** A whole and valid PNG of nothing but zeros. */
  static byte[] png(int edge, int colorType, int depth) {
    int samples = colorType == 0 ? 1 : colorType == 2 ? 3 : 4;
    long bytes = (1 + (long) edge * samples * depth / 8) * edge;
    var header = new Bytes().u32be(edge, edge).u8(depth, colorType, 0, 0, 0).done();
    return Pngs.of(header, zeros(bytes));
  }

  /** An animation by its own account only. */
  static byte[] frames() {
    var file = Files.write("png", Scene.COLORED.draw(10, 10));
    return Pngs.with(file, "acTL", new Bytes().u32be(Integer.MAX_VALUE, 0).done());
  }

  static byte[] inflating(String chunk) {
    var file = Files.write("png", Scene.COLORED.draw(10, 10));
    return Pngs.with(file, chunk, Bytes.of("bomb\0\0").raw(zeros(HUNDRED_MB)).done());
  }

  /** A progressive JPEG of ten pixels that claims to have many more. */
  static byte[] jpeg(int edge) {
    var file = Jpegs.progressive(Scene.COLORED.draw(10, 10));
    int frame = find(file, 0xC2);
    System.arraycopy(new Bytes().u16be(edge, edge).done(), 0, file, frame + 5, 4);
    return file;
  }

  /** Its last scan again and again, each of which goes over all pixels. */
  static byte[] scans(int count) {
    var file = Jpegs.progressive(Photo.draw(300, 200));
    int scan = findLast(file, 0xDA);
    var bytes = new Bytes().raw(Arrays.copyOf(file, scan));
    for (int i = 0; i < count; i++) {
      bytes.raw(Arrays.copyOfRange(file, scan, file.length - 2));
    }
    return bytes.u8(0xFF, 0xD9).done();
  }

  static byte[] gif(int edge, int frames) {
    return animation(edge, frames).gif();
  }

  static byte[] webp(int edge, int frames) {
    return animation(edge, frames).webp();
  }

  /** The same small frame over and over, on a canvas of that size. */
  private static Animations animation(int edge, int frames) {
    var dot = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
    dot.setRGB(0, 0, 0xFFFF0000);
    var frame = new Animations.Frame(dot, 0, 0, 50, Animations.Disposal.KEEP, true);
    return new Animations(edge, edge, 0, Collections.nCopies(frames, frame));
  }

  /** A zlib stream of zeros, made of the same compressed block over and over. */
  private static byte[] zeros(long count) {
    var stream = new Bytes().u8(0x78, 0x9C);
    var block = block(BLOCK);
    for (long i = 0; i < count / BLOCK; i++) {
      stream.raw(block);
    }
    stream.raw(block((int) (count % BLOCK))).u8(1, 0, 0, 0xFF, 0xFF);
    return stream.u32be((int) (count % ADLER << 16 | 1)).done();
  }

  private static byte[] block(int zeros) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(new byte[zeros]);
      var block = new byte[zeros / 100 + 100];
      int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
      return Arrays.copyOf(block, length);
    }
  }

  private static int find(byte[] jpeg, int marker) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != marker) {
      at += 2 + (jpeg[at + 2] & 0xFF) * 256 + (jpeg[at + 3] & 0xFF);
    }
    return at;
  }

  private static int findLast(byte[] jpeg, int marker) {
    int at = jpeg.length - 2;
    while (jpeg[at] != (byte) 0xFF || (jpeg[at + 1] & 0xFF) != marker) {
      at--;
    }
    return at;
  }
}
