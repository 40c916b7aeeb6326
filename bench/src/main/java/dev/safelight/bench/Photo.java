package dev.safelight.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A file to upload. */
final class Photo {

  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1536;
  private static final int DRAWN = 8;

  private final String name;
  private final byte[] bytes;

  private Photo(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** For the table. */
  String name() {
    return name;
  }

  /** All of it; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  /** Those of the folder, in the order of their names, or drawn ones of 3 megapixels. */
  static List<Photo> from(Settings settings) throws IOException {
    return settings.photos().isPresent() ? in(settings.photos().get()) : drawn();
  }

  private static List<Photo> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|gif|webp|tiff?|bmp)"))
          .sorted()
          .map(Photo::read)
          .toList();
    }
  }

  private static Photo read(Path file) {
    try {
      return new Photo(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Photo> drawn() {
    return IntStream.range(0, DRAWN).mapToObj(Photo::draw).toList();
  }

  /** Soft and grainy at once, so that it compresses about as a photo does. */
  private static Photo draw(int number) {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    var random = new Random(number);
    pen.setPaint(new GradientPaint(0, 0, color(random), WIDTH, HEIGHT, color(random)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < 200; i++) {
      pen.setColor(color(random));
      pen.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), 20 + random.nextInt(200), 40);
    }
    pen.dispose();
    grain(picture, random);
    return new Photo("drawn, 3 MP", jpeg(picture));
  }

  private static void grain(BufferedImage picture, Random random) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, picture.getRGB(x, y) ^ (random.nextInt(8) * 0x010101));
      }
    }
  }

  private static Color color(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static byte[] jpeg(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
