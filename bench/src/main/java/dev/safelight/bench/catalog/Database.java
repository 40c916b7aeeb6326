package dev.safelight.bench.catalog;

import dev.safelight.bench.service.Jvm;
import dev.safelight.bench.service.Parts;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database to measure.
 *
 * @param name for the report
 * @param uri where it is
 * @param process its process, if it is ours
 */
record Database(String name, String uri, @Nullable Process process) implements AutoCloseable {

  /** The one that is set, or the {@code mongod} on the path, if there is one. */
  static Optional<Database> real(CatalogSettings settings, Path home) throws IOException {
    if (!settings.uri().isEmpty()) {
      return Optional.of(new Database("MongoDB", settings.uri(), null));
    }
    var mongod = onPath("mongod");
    return mongod.isPresent() ? Optional.of(mongod(mongod.get(), home)) : Optional.empty();
  }

  /** The one that the stack brings, started as the stack does. */
  static Database embedded(CatalogSettings settings, Path home) throws IOException {
    var port = freePort();
    var jvm = new Jvm(settings.lib(), home.resolve("log"));
    var process =
        jvm.start(
            Parts.STORES_HEAP,
            Map.of("STORES_HOME", home.toString(), "STORES_MONGODB_PORT", String.valueOf(port)),
            "-Dlogback.configurationFile=stores-logback.xml",
            "-cp",
            jvm.jar("standalone").toString(),
            "dev.safelight.standalone.stores.Stores");
    return new Database("embedded server", uri(port), process);
  }

  private static Database mongod(Path program, Path home) throws IOException {
    var data = Files.createDirectories(home.resolve("mongod"));
    var port = freePort();
    var builder =
        new ProcessBuilder(
            program.toString(),
            "--dbpath",
            data.toString(),
            "--bind_ip",
            "127.0.0.1",
            "--port",
            String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(home.resolve("mongod.log").toFile());
    return new Database("mongod", uri(port), builder.start());
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String uri(int port) {
    return "mongodb://127.0.0.1:" + port + "/bench";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
    }
  }
}
