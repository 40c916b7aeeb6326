package dev.safelight.standalone.clamav;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the programs of the machine.
 *
 * @param folders where to look, in order
 */
public record Programs(List<Path> folders) {

  private static final List<String> DAEMON_FOLDERS =
      List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin", "/opt/local/sbin");

  /** Those on the {@code PATH}, and then where packages put daemons but people have no PATH. */
  public static Programs of(Map<String, String> environment) {
    var path = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
    return new Programs(
        Stream.concat(Stream.of(path).filter(f -> !f.isEmpty()), DAEMON_FOLDERS.stream())
            .map(Path::of)
            .toList());
  }

  /** Copies the list. */
  public Programs {
    folders = List.copyOf(folders);
  }

  /** The first executable of this name. */
  public Optional<Path> find(String name) {
    return folders.stream().map(f -> f.resolve(name)).filter(Files::isExecutable).findFirst();
  }
}
