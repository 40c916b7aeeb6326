package dev.safelight.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private static Photo draw(int number) {
    return new Photo("drawn, 3 MP", jpeg(Drawing.photo(WIDTH, HEIGHT, number)));
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
