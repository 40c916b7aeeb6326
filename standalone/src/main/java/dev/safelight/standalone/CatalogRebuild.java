package dev.safelight.standalone;

import dev.safelight.standalone.clamav.Programs;
import dev.safelight.standalone.stack.Machine;
import dev.safelight.standalone.stack.Settings;
import dev.safelight.standalone.stack.Stack;
import dev.safelight.standalone.state.StartRefusedException;
import dev.safelight.standalone.state.StateFolder;
import dev.safelight.standalone.supervisor.BackOff;
import dev.safelight.standalone.supervisor.Launcher;
import dev.safelight.standalone.supervisor.Part;
import dev.safelight.standalone.supervisor.PartLogs;
import dev.safelight.standalone.supervisor.PidFiles;
import dev.safelight.standalone.supervisor.StartFailedException;
import dev.safelight.standalone.supervisor.Supervisor;
import java.io.IOException;

/**
 * Makes the catalog anew from the topics of a stack that does not run, in a database of a new name:
 * starts what keeps things, has metadata-service do it, and stops everything again.
 */
public final class CatalogRebuild {

  private CatalogRebuild() {}

  /** Exits with 0 when it is done, and with 1 when it could not be. */
  static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1 || !arguments[0].matches("[A-Za-z0-9_-]{1,60}")) {
      System.err.println(
          "Name the new database, by letters, digits, _ and -: make rebuild DATABASE=safelight_2");
      System.exit(1);
    }
    try {
      System.exit(run(Settings.from(System.getenv()), arguments[0]));
    } catch (StartRefusedException | StartFailedException e) {
      System.err.println("Nothing was rebuilt. " + e.getMessage());
      System.exit(1);
    }
  }

  private static int run(Settings settings, String database)
      throws IOException, InterruptedException {
    try (var state = StateFolder.hold(settings.home())) {
      var stack = Stack.prepare(Machine.around(settings, state, Programs.of(System.getenv())));
      var launcher =
          new Launcher(new PartLogs(state.folder("logs")), new PidFiles(state.folder("run")));
      var stores = new Supervisor(stack.stores(), launcher, BackOff.USUAL, System.err::println);
      Runtime.getRuntime().addShutdownHook(new Thread(stores::stop, "stop"));
      return stores.start(settings.startLimit()) ? done(stack.rebuild(database)) : 1;
    }
  }

  private static int done(Part rebuild) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(rebuild.command()).inheritIO();
    builder.environment().putAll(rebuild.environment());
    return builder.start().waitFor();
  }
}
