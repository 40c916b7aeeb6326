package dev.safelight.e2e.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder in which programs run. */
public final class Workplace {

  private static final long MINUTES = 5;

  private final Path folder;

  /** Uses a folder that is there. */
  public Workplace(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * What a program came to.
   *
   * @param exit its status
   * @param output all that it said
   */
  public record Run(int exit, String output) {}

  /** Runs a program there; {@link UncheckedIOException} if there is none of that name. */
  public Run run(Map<String, String> environment, String... command) {
    try {
      var output = Files.createTempFile(folder, "output", ".txt");
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      var process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
      }
      return new Run(process.exitValue(), Files.readString(output, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
