package dev.safelight.bench.engine;

import dev.safelight.bench.Drawing;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.ImageEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Lays out what all peers read: the work list and the marks. */
final class Preparation {

  private final EngineSettings settings;
  private final ImageEngine judge;

  /**
   * Prepares.
   *
   * @param judge says which photos can be read and which of them have transparent parts
   */
  Preparation(EngineSettings settings, ImageEngine judge) {
    this.settings = settings;
    this.judge = judge;
  }

  /** Photos that the judge refuses are left out, and said so. */
  List<WorkItem> run() throws IOException {
    var folder = settings.folder();
    Files.createDirectories(folder);
    mark("large", 240, 80);
    mark("medium", 160, 53);
    var items = new ArrayList<WorkItem>();
    for (var file : files()) {
      var item = WorkItem.of(file);
      try {
        items.add(item.hasAlpha(judge) ? item.as("png") : item);
      } catch (BadImageException e) {
        System.err.println("Left out " + file + ": " + e.getMessage());
      }
    }
    WorkItem.write(folder, items);
    return items;
  }

  private void mark(String variant, int width, int height) throws IOException {
    var file = settings.folder().resolve("mark-" + variant + ".png").toFile();
    ImageIO.write(Drawing.mark(width, height), "png", file);
  }

  private List<Path> files() throws IOException {
    if (settings.photos().isEmpty()) {
      return DrawnPhotos.in(settings.folder().resolve("drawn"));
    }
    try (var files = Files.list(settings.photos().get().toAbsolutePath().normalize())) {
      return files
          .filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|gif|webp|tiff?|bmp)"))
          .sorted()
          .toList();
    }
  }
}
