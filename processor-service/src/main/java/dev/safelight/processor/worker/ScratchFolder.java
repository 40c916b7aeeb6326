package dev.safelight.processor.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that workers start in and unpack their native libraries to; nothing of value is in it.
 */
record ScratchFolder(Path path) {

  private static final Logger log = LoggerFactory.getLogger(ScratchFolder.class);

  static ScratchFolder create() {
    try {
      return new ScratchFolder(Files.createTempDirectory("safelight-workers-"));
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder can be made for workers", e);
    }
  }

  void delete() {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      log.warn("The folder {} of the workers is left behind", path, e);
    }
  }
}
