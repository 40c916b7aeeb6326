package dev.safelight.bench.engine;

import dev.safelight.bench.Drawing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Photos for those who have none at hand: three sizes of JPEG, PNG with alpha, and WebP. */
final class DrawnPhotos {

  private DrawnPhotos() {}

  /** Draws them into a folder, unless they are there already. */
  static List<Path> in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return List.of(
        jpeg(folder.resolve("drawn-3mp.jpg"), 2048, 1536),
        jpeg(folder.resolve("drawn-12mp.jpg"), 4000, 3000),
        jpeg(folder.resolve("drawn-24mp.jpg"), 6000, 4000),
        kept(folder.resolve("drawn-alpha.png"), "png", Drawing.withHole(1600, 1200, 4)),
        kept(folder.resolve("drawn-3mp.webp"), "webp", Drawing.photo(2048, 1536, 5)));
  }

  private static Path jpeg(Path file, int width, int height) throws IOException {
    return Files.exists(file) ? file : kept(file, "jpeg", Drawing.photo(width, height, width));
  }

  private static Path kept(Path file, String format, BufferedImage picture) throws IOException {
    if (!ImageIO.write(picture, format, file.toFile())) {
      throw new IOException("Nothing here writes " + format);
    }
    return file;
  }
}
