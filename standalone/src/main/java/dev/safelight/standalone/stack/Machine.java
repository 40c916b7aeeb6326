package dev.safelight.standalone.stack;

import dev.safelight.standalone.clamav.Programs;
import dev.safelight.standalone.state.Secrets;
import dev.safelight.standalone.state.StateFolder;

/**
 * What a stack is made with.
 *
 * @param settings what the person decided
 * @param state the folder of all state, held
 * @param secrets passwords and keys in it
 * @param jvm how to start a JVM of ours
 * @param programs what else is installed
 */
public record Machine(
    Settings settings, StateFolder state, Secrets secrets, JvmPart jvm, Programs programs) {

  /** Finds everything that is not given by the settings. */
  public static Machine around(Settings settings, StateFolder state, Programs programs) {
    return new Machine(
        settings,
        state,
        new Secrets(state.folder("secrets")),
        JvmPart.here(state.mark()),
        programs);
  }

  int port(Ports.Port port) {
    return settings.ports().of(port);
  }
}
