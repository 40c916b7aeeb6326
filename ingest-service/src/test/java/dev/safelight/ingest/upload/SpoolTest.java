package dev.safelight.ingest.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  private static final FileClaim CLAIM = new FileClaim("a/b.png", "image/png");

  @TempDir Path shared;
  private SpoolFolder folder;
  private Spool spool;

  @BeforeEach
  void open() {
    folder = SpoolFolder.in(shared);
    spool = new Spool(folder, 10);
  }

  @Test
  void countsAndDigestsWhatItWrites() {
    try (var file = spool.begin(CLAIM)) {
      file.write(bytes("ab"));
      file.write(bytes("c"));

      var spooled = ((Received.Spooled) file.finish()).file();
      assertThat(spooled.path()).hasContent("abc");
      assertThat(spooled.size()).isEqualTo(3);
      assertThat(spooled.claim().name()).isEqualTo("b.png");
      assertThat(spooled.checksums().sha256())
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
      assertThat(spooled.checksums().md5()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }
    assertThat(folder.own()).isEmptyDirectory();
  }

  @Test
  void whatIsOverTheLimitIsCountedAndNotKept() throws IOException {
    try (var file = spool.begin(CLAIM)) {
      file.write(bytes("0123456789"));
      file.write(bytes("x".repeat(1000)));

      assertThat(folder.own()).isDirectoryContaining(part -> part.toFile().length() == 10);
      assertThat(file.finish())
          .isEqualTo(new Received.Refused(CLAIM, new Refusal.TooLarge(10, 1010)));
      assertThat(folder.own()).isEmptyDirectory();
    }
  }

  @Test
  void exactlyTheLimitIsFine() {
    try (var file = spool.begin(CLAIM)) {
      file.write(bytes("0123456789"));
      assertThat(file.finish()).isInstanceOf(Received.Spooled.class);
    }
  }

  @Test
  void aDiskThatFailsIsAnOutage() {
    folder.close();
    assertThatThrownBy(() -> spool.begin(CLAIM)).isInstanceOf(UploadUnavailableException.class);
  }

  @Test
  void whatDeadProcessesLeftIsSweptAndLivingOnesAreNot() throws IOException {
    var dead = Files.createDirectory(shared.resolve("dead"));
    Files.writeString(dead.resolve("upload-1.part"), "x");
    Files.createFile(shared.resolve("dead.lock"));
    Files.writeString(folder.own().resolve("upload-2.part"), "x");

    try (var next = SpoolFolder.in(shared)) {
      assertThat(dead).doesNotExist();
      assertThat(shared.resolve("dead.lock")).doesNotExist();
      assertThat(folder.own().resolve("upload-2.part")).exists();
      assertThat(next.own()).isNotEqualTo(folder.own()).isEmptyDirectory();
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
