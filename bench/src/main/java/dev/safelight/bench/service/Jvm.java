package dev.safelight.bench.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts parts of the stack from the folder of jars that the stack runs from.
 *
 * @param lib that folder
 * @param log file for what they have to say
 */
public record Jvm(Path lib, Path log) {

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** A jar by what its name begins with. */
  public Path jar(String artifact) throws IOException {
    try (var jars = Files.newDirectoryStream(lib, artifact + "-[0-9]*.jar")) {
      return jars.iterator().next();
    }
  }

  /** Starts a JVM, such as with {@code -jar}, with a heap of so many megabytes. */
  public Process start(int heap, Map<String, String> environment, String... what)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap + "m");
    command.addAll(OPTIONS);
    command.addAll(List.of(what));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
