package dev.safelight.processor.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker is started: as a JVM of the service's own class path, without its environment, in
 * which the credentials are.
 *
 * @param folder where it works, and may write until it is warm; empty
 * @param heapMegabytes bound of its heap
 */
record WorkerCommand(Path folder, long heapMegabytes) {

  /**
   * The serial collector and few arenas, as one thread does the work. A JVM out of memory ends at
   * once. What it complains about goes to the log, and nothing of it into files.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          "-XX:+ErrorFileToStderr",
          "-XX:-CreateCoredumpOnCrash",
          "-Xshare:auto",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** libvips must not use files for large pictures, which it may not write. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("LC_ALL", "C.UTF-8", "MALLOC_ARENA_MAX", "2", "VIPS_DISC_THRESHOLD", "64g");

  /** Where native libraries are found, and no secret. */
  private static final List<String> INHERITED =
      List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIPS_LIBRARY");

  private static final String INHERITED_PROPERTY = "safelight.vips.library";

  Process start() throws IOException {
    var builder = new ProcessBuilder(arguments()).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    for (var name : INHERITED) {
      var value = System.getenv(name);
      if (value != null) {
        builder.environment().put(name, value);
      }
    }
    return builder.start();
  }

  private List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(OPTIONS);
    arguments.add("-Xmx" + heapMegabytes + "m");
    arguments.add("-Djava.io.tmpdir=" + folder);
    var library = System.getProperty(INHERITED_PROPERTY);
    if (library != null) {
      arguments.add("-D" + INHERITED_PROPERTY + "=" + library);
    }
    arguments.addAll(List.of("-cp", classPath(), WorkerMain.class.getName()));
    return arguments;
  }

  /** Absolute, as a worker starts in another folder. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
