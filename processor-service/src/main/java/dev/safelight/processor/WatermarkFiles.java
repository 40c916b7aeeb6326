package dev.safelight.processor;

import dev.safelight.imageheader.ImageHeaders;
import dev.safelight.imageheader.ImageType;
import dev.safelight.imageheader.MalformedImageException;
import dev.safelight.imageheader.UnknownImageTypeException;
import dev.safelight.processor.process.WatermarkImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the operator's images once, so that a change takes a start and is noticed then. */
final class WatermarkFiles {

  private static final long MAX_BYTES = 5_000_000;
  private static final long MAX_PIXELS = 16_000_000;

  private WatermarkFiles() {}

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException if one of them is missing, no PNG or too large
   */
  static WatermarkImages read(Map<String, Path> paths) {
    var files = new HashMap<String, byte[]>();
    paths.forEach((name, path) -> files.put(name, read(name, path)));
    return new WatermarkImages(files);
  }

  private static byte[] read(String name, Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw refused(name, path, "has more than " + MAX_BYTES + " bytes", null);
      }
      var content = Files.readAllBytes(path);
      var header = ImageHeaders.read(content);
      if (header.type() != ImageType.PNG) {
        throw refused(name, path, "is not a PNG", null);
      }
      if (header.pixels() > MAX_PIXELS) {
        throw refused(name, path, "has more than " + MAX_PIXELS + " pixels", null);
      }
      return content;
    } catch (IOException e) {
      throw refused(name, path, "cannot be read", e);
    } catch (UnknownImageTypeException | MalformedImageException e) {
      throw refused(name, path, "is not a PNG", e);
    }
  }

  private static IllegalArgumentException refused(
      String name, Path path, String reason, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "The file of safelight.variants.images.%s, %s, %s".formatted(name, path, reason), cause);
  }
}
