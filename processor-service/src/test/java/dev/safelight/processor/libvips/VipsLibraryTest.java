package dev.safelight.processor.libvips;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsLibraryTest {

  @Test
  void saysWhichFileIsMissing(@TempDir Path folder) {
    var file = folder.resolve("libvips.so.42");
    assertThatExceptionOfType(VipsUnavailableException.class)
        .isThrownBy(() -> VipsLibrary.at(file))
        .withMessageContaining(file.toString());
  }

  @Test
  void saysWhichFileIsNoLibrary(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("libvips.so.42"), "not a library");
    assertThatExceptionOfType(VipsUnavailableException.class)
        .isThrownBy(() -> VipsLibrary.at(file))
        .withMessageContaining(file.toString());
  }

  @Test
  void saysWhichFunctionALibraryLacks() {
    var other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
    var library = VipsLibrary.at(other);
    assertThatExceptionOfType(VipsUnavailableException.class)
        .isThrownBy(() -> library.function("vips_init", null, List.of()))
        .withMessageContaining("vips_init");
  }
}
