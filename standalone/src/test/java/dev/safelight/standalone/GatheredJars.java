package dev.safelight.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The folder of jars as it was gathered for running, and real processes started from it. */
public final class GatheredJars {

  /** The folder itself. */
  public static final Path LIB = Path.of(property("safelight.lib"));

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private GatheredJars() {}

  /** The jar of one of our modules. */
  public static Path jar(String module) {
    return LIB.resolve(module + "-" + property("safelight.version") + ".jar");
  }

  /** Starts a main class of this module, its output going to this file. */
  public static Process start(
      Class<?> main, Map<String, String> environment, Path log, String... arguments)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                JAVA.toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=stores-logback.xml",
                "-cp",
                jar("standalone").toString(),
                main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String property(String name) {
    var value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is set by the build, for integration tests only");
    }
    return value;
  }
}
