package dev.safelight.standalone.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @TempDir Path folder;

  @Test
  void isHeldByOneStackAtATime() throws Exception {
    var home = folder.resolve("home");
    try (var held = StateFolder.hold(home)) {
      assertThatExceptionOfType(StartRefusedException.class)
          .isThrownBy(() -> StateFolder.hold(home))
          .withMessageContaining("already runs in " + held.path())
          .withMessageContaining("SAFELIGHT_HOME");
    }
    StateFolder.hold(home).close();
  }

  @Test
  void isForItsOwnerOnly() throws Exception {
    try (var held = StateFolder.hold(folder.resolve("home"))) {
      var permissions = Files.getPosixFilePermissions(held.folder("secrets"));
      assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rwx------");
    }
  }

  @Test
  void saysThatItCannotBeUsed() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatExceptionOfType(StartRefusedException.class)
        .isThrownBy(() -> StateFolder.hold(file.resolve("home")))
        .withMessageContaining("cannot be used");
  }
}
