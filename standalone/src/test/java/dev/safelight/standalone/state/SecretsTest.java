package dev.safelight.standalone.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void areMadeOnceAndStayTheSame() throws Exception {
    new Secrets(folder).prepareSignIn();
    var pair = new Secrets(folder).s3("ingest");
    var first = contents();

    new Secrets(folder).prepareSignIn();

    assertThat(contents()).isEqualTo(first);
    assertThat(first.keySet())
        .contains("demo-password", "admin-password", "demo-id", "admin-id", "signing-key");
    assertThat(new Secrets(folder).s3("ingest")).isEqualTo(pair);
    assertThat(new Secrets(folder).s3("scanner")).isNotEqualTo(pair);
  }

  @Test
  void areForTheirOwnerOnly() throws Exception {
    new Secrets(folder).prepareSignIn();
    new Secrets(folder).s3("ingest");

    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertThat(permissions).as(file.toString()).isEqualTo("rw-------");
      }
    }
  }

  private Map<String, String> contents() throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        contents.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return contents;
  }
}
