package dev.safelight.e2e.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** {@code e2e/clients}, in a folder where it may be built. */
public final class NodeProject {

  private static final Path SOURCE = Path.of("clients");

  private final Workplace workplace;

  private NodeProject(Path folder) {
    this.workplace = new Workplace(folder);
  }

  /** Copies its files; what was installed there before stays. */
  public static NodeProject copiedTo(Path folder) {
    try (var files = Files.list(SOURCE)) {
      Files.createDirectories(folder);
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      return new NodeProject(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fetches its packages, as they are locked; says why where that can't be. */
  public Optional<String> install() {
    try {
      var run = run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
      return run.exit() == 0
          ? Optional.empty()
          : Optional.of("The packages of e2e/clients can't be fetched: " + run.output());
    } catch (UncheckedIOException e) {
      return Optional.of("Node.js (20 or later) with npm is not installed");
    }
  }

  /** Runs a program there; {@link UncheckedIOException} if there is none of that name. */
  public Workplace.Run run(Map<String, String> environment, String... command) {
    return workplace.run(environment, command);
  }
}
