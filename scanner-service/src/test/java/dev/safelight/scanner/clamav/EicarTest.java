package dev.safelight.scanner.clamav;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EicarTest {

  @Test
  void isTheTestFile() {
    assertThat(Eicar.file()).hasSize(68).startsWith('X', '5', 'O').endsWith('H', '+', 'H', '*');
  }

  @Test
  void isNotInTheProgramInClear() throws Exception {
    try (var program = Eicar.class.getResourceAsStream("Eicar.class")) {
      assertThat(new String(program.readAllBytes(), ISO_8859_1))
          .doesNotContain(new String(Eicar.file(), ISO_8859_1));
    }
  }

  @Test
  void isTheLastEntryOfAnArchiveOfTheSizeAskedFor() throws Exception {
    var archive = Eicar.behind(100_000).readAllBytes();
    assertThat(archive).hasSizeBetween(100_000, 100_400);
    try (var entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
      entries.getNextEntry();
      assertThat(entries.readAllBytes()).hasSize(100_000).containsOnly(0);
      assertThat(entries.getNextEntry().getName()).isEqualTo("eicar.com");
      assertThat(entries.readAllBytes()).isEqualTo(Eicar.file());
    }
  }

  @Test
  void directoryOfTheArchiveIsSound(@TempDir Path folder) throws Exception {
    var file = Files.write(folder.resolve("a.zip"), Eicar.behind(100_000).readAllBytes());
    try (var archive = new ZipFile(file.toFile());
        var content = archive.getInputStream(archive.getEntry("eicar.com"))) {
      assertThat(archive.size()).isEqualTo(2);
      assertThat(content.readAllBytes()).isEqualTo(Eicar.file());
    }
  }
}
