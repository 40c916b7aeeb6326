package dev.safelight.bench.engine;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.imageheader.MalformedImageException;
import dev.safelight.imageheader.UnknownImageTypeException;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.VariantSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A photo of the work list, which all peers read.
 *
 * @param file where it is
 * @param format what its variants are written as: {@code png} where it has transparent parts, else
 *     {@code jpeg}
 * @param content its bytes, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
public record WorkItem(Path file, String format, byte[] content) {

  private static final String LIST = "photos.tsv";

  /** A photo without transparent parts, as far as one knows. */
  static WorkItem of(Path file) {
    try {
      return new WorkItem(file, "jpeg", Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list of a folder of the bench, its photos in memory. */
  public static List<WorkItem> read(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(LIST)).stream()
        .map(line -> line.split("\t", 2))
        .map(columns -> of(Path.of(columns[0])).as(columns[1]))
        .toList();
  }

  static void write(Path folder, List<WorkItem> items) throws IOException {
    Files.write(
        folder.resolve(LIST),
        items.stream().map(item -> item.file() + "\t" + item.format()).toList());
  }

  WorkItem as(String otherFormat) {
    return new WorkItem(file, otherFormat, content);
  }

  /** Of its file. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  boolean hasAlpha(ImageEngine engine) {
    return develop(engine, List.of()).hasAlpha();
  }

  /**
   * What an engine makes of it.
   *
   * @throws dev.safelight.processor.process.BadImageException if nothing
   */
  DevelopedImage develop(ImageEngine engine, List<VariantSpec> specs) {
    try {
      return engine.develop(new SourceImage(content, ImageHeaders.read(content)), specs);
    } catch (UnknownImageTypeException | MalformedImageException e) {
      throw new IllegalArgumentException(name() + " is no image", e);
    }
  }
}
