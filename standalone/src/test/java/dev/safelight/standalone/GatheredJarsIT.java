package dev.safelight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatheredJarsIT {

  /**
   * The folder holds one version of each library, the one Maven mediates for all of them together.
   * A service whose own build mediated another one would not find it here; the parent POM has to
   * manage it.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "standalone",
        "ingest-service",
        "scanner-service",
        "processor-service",
        "metadata-service",
        "gateway"
      })
  void everyLibraryThatAProgramNamesIsThere(String module) throws IOException {
    try (var jar = new JarFile(GatheredJars.jar(module).toFile())) {
      var manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue(Name.MAIN_CLASS)).startsWith("dev.safelight.");
      assertThat(Arrays.stream(manifest.getValue(Name.CLASS_PATH).split(" ", -1)))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(GatheredJars.LIB.resolve(name)).isRegularFile());
    }
  }
}
