package dev.safelight.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.processor.scene.Jpegs;
import dev.safelight.processor.scene.Pngs;
import dev.safelight.processor.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatermarkFilesTest {

  @TempDir Path folder;

  @Test
  void readsEveryFile() throws IOException {
    var png = Pngs.photo(Scene.COLORED.draw(40, 20), 1);
    var files = WatermarkFiles.read(Map.of("logo", file(png), "stamp", file(png))).files();

    assertThat(files).containsOnlyKeys("logo", "stamp");
    assertThat(files.get("logo")).isEqualTo(png);
  }

  @Test
  void saysWhatItRefuses() throws IOException {
    refuses(folder.resolve("missing.png"), "missing.png, cannot be read");
    refuses(folder, "cannot be read");
    refuses(file(new byte[] {1, 2, 3}), "is not a PNG");
    refuses(file(Jpegs.plain(Scene.COLORED.draw(40, 20))), "is not a PNG");
    refuses(file(Pngs.claiming(5000, 5000)), "has more than 16000000 pixels");
    refuses(file(new byte[5_000_001]), "has more than 5000000 bytes");
  }

  private static void refuses(Path file, String reason) {
    assertThatThrownBy(() -> WatermarkFiles.read(Map.of("logo", file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The file of safelight.variants.images.logo")
        .hasMessageEndingWith(reason);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "mark", ".png"), content);
  }
}
