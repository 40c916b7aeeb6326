package dev.safelight.standalone;

import dev.safelight.standalone.clamav.ClamAv;
import dev.safelight.standalone.clamav.Programs;
import dev.safelight.standalone.stack.Machine;
import dev.safelight.standalone.stack.Settings;
import dev.safelight.standalone.stack.Stack;
import dev.safelight.standalone.state.StartRefusedException;
import dev.safelight.standalone.state.StateFolder;
import dev.safelight.standalone.supervisor.BackOff;
import dev.safelight.standalone.supervisor.Launcher;
import dev.safelight.standalone.supervisor.Leftovers;
import dev.safelight.standalone.supervisor.PartLogs;
import dev.safelight.standalone.supervisor.PidFiles;
import dev.safelight.standalone.supervisor.StartFailedException;
import dev.safelight.standalone.supervisor.Supervisor;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;

/**
 * Main class of a whole Safelight on one machine: prepares the parts, keeps them running, and stops
 * them on SIGTERM or Ctrl-C.
 *
 * <p>Settings are environment variables, described in {@link Settings}. Exits with 0 after a clean
 * stop and with 1 when it could not start.
 */
public final class Safelight {

  private static volatile boolean refused;

  private Safelight() {}

  /** Runs until it is told to stop. */
  static void main() throws InterruptedException {
    var began = System.nanoTime();
    try {
      var settings = Settings.from(System.getenv());
      run(settings, StateFolder.hold(settings.home()), began);
    } catch (StartRefusedException | StartFailedException e) {
      System.err.println("Safelight did not start. " + e.getMessage());
      refused = true;
      System.exit(1);
    }
  }

  private static void run(Settings settings, StateFolder state, long began)
      throws InterruptedException {
    var pids = new PidFiles(state.folder("run"));
    endLeftovers(pids, state);
    var stack = Stack.prepare(Machine.around(settings, state, Programs.of(System.getenv())));
    var launcher = new Launcher(new PartLogs(state.folder("logs")), pids);
    var supervisor = new Supervisor(stack.parts(), launcher, BackOff.USUAL, Safelight::say);
    say("Starting Safelight in " + state.path() + " ...");
    stopWhenTold(supervisor);
    if (supervisor.start(settings.startLimit())) {
      say(stack.banner((System.nanoTime() - began) / 1e9));
    }
    new CountDownLatch(1).await();
  }

  private static void endLeftovers(PidFiles pids, StateFolder state) {
    var marks = new HashSet<>(ClamAv.marks(state.folder("clamav")));
    marks.add(state.mark());
    int ended = new Leftovers(pids, marks).end();
    if (ended > 0) {
      say("Stopped " + ended + " processes that an earlier run left behind.");
    }
  }

  private static void stopWhenTold(Supervisor supervisor) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  say("Stopping ...");
                  supervisor.stop();
                  say("Stopped.");
                  if (!refused) {
                    Runtime.getRuntime().halt(0); // told to stop and did: no failure
                  }
                },
                "stop"));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
