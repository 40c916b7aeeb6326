package dev.safelight.standalone.clamav;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs of the machine, also where packages put daemons but people have no PATH. */
public final class Programs {

  private static final List<String> DAEMON_FOLDERS =
      List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin", "/opt/local/sbin");

  private final List<Path> folders;

  /** Searches the folders of this environment's {@code PATH}, then where daemons live. */
  public Programs(Map<String, String> environment) {
    var path = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    folders =
        Stream.concat(Stream.of(path).filter(f -> !f.isEmpty()), DAEMON_FOLDERS.stream())
            .map(Path::of)
            .toList();
  }

  /** The first executable of this name. */
  public Optional<Path> find(String name) {
    return folders.stream().map(f -> f.resolve(name)).filter(Files::isExecutable).findFirst();
  }
}
