package dev.safelight.processor.fuzz;

import dev.safelight.processor.scene.Animations;
import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Photo;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Profiles;
import dev.safelight.processor.scene.Samples;
import dev.safelight.processor.scene.Scene;
import dev.safelight.processor.scene.Tiffs;
import dev.safelight.processor.scene.Webps;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sound files to begin with. */
final class Corpus {

  private Corpus() {}

  /** All files of a folder. */
  static List<byte[]> of(Path folder) throws IOException {
    var files = new ArrayList<byte[]>();
    try (var paths = java.nio.file.Files.list(folder)) {
      for (var path : paths.filter(java.nio.file.Files::isRegularFile).sorted().toList()) {
        files.add(java.nio.file.Files.readAllBytes(path));
      }
    }
    return files;
  }

  /** Small files of every format, in its kinds. */
  static List<byte[]> drawn() {
    var photo = Photo.draw(48, 32);
    var transparent = Photo.transparent(48, 32);
    return List.of(
        Jpegs.photo(photo, 6),
        Jpegs.progressive(photo),
        Jpegs.cmyk(photo),
        Jpegs.profiled(photo, Profiles.displayP3()),
        Pngs.photo(transparent, 3),
        Files.write("png", Samples.deep(photo)),
        Files.write("png", Samples.palette(Scene.COLORED, 40, 30)),
        Pngs.profiled(photo, Profiles.adobeRgb()),
        Files.write("gif", photo),
        Animations.sample().gif(),
        Animations.sample().webp(),
        Webps.lossy(transparent),
        Webps.photo(photo, 8),
        Files.write("bmp", Samples.as(photo, BufferedImage.TYPE_3BYTE_BGR)),
        Files.write("bmp", Samples.palette(Scene.COLORED, 40, 30)),
        Files.write("tiff", photo),
        Tiffs.deep(photo).profiled(Profiles.adobeRgb()).done(),
        Tiffs.inks(photo).oriented(5).done());
  }
}
